package io.likewire.system.browser;

import io.likewire.system.standalone.StandaloneProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the {@link Shop}; skips where no Chromium is installed. Two are shared: whatever is tagged {@code full} happens
 * over TLS with HTTP/2, the journeys of the README's command over plain HTTP, as {@code ./run} starts.
 */
final class InChromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Optional<Path> CHROMIUM = Stream.of(
                    System.getenv("PATH").split(File.pathSeparator))
            .flatMap(directory ->
                    Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (CHROMIUM.isPresent()) {
            return ConditionEvaluationResult.enabled("found " + CHROMIUM.get());
        }
        System.out.printf(Locale.ROOT, "%s skipped: no Chromium found on PATH%n", context.getDisplayName());
        return ConditionEvaluationResult.disabled("no Chromium found on PATH");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shop(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        shop(context).everybodyLeaves();
    }

    private static Shop shop(ExtensionContext context) {
        boolean secure = context.getTags().contains("full");
        return context.getRoot()
                .getStore(Namespace.create(InChromium.class))
                .getOrComputeIfAbsent(secure ? "https" : "http", InChromium::open, Shop.class);
    }

    private static Shop open(String scheme) {
        StandaloneProcess system =
                scheme.equals("https") ? StandaloneProcess.secure("browser-tls") : StandaloneProcess.create("browser");
        return Shop.open(CHROMIUM.orElseThrow(), system);
    }
}
