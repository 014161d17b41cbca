package io.likewire.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down, for {@link BuildReport}, what each test class took and which tests were not run for lack of something. One
 * file for each test JVM of a module, {@code target/test-times/<phase>-<pid>.tsv}: {@code time}, class, seconds, seconds of {@link
 * StartTimes}, tests; or {@code skipped}, class, reason.
 */
public final class TestTimes implements TestExecutionListener {
    private final Map<String, Open> open = new HashMap<>();
    private TestPlan plan;
    private Path file;

    private static final class Open {
        final long begin = System.nanoTime();
        final long starts = StartTimes.nanos();
        int tests;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
        String phase = System.getProperty("likewire.phase");
        if (phase != null) {
            file = Path.of(
                    "target",
                    "test-times",
                    phase + "-" + ProcessHandle.current().pid() + ".tsv");
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        String name = testClass(test);
        if (name == null) {
            return;
        }
        if (test.isTest()) {
            open.computeIfAbsent(name, key -> new Open()).tests++;
        } else {
            open.putIfAbsent(name, new Open());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            skipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
        String name = testClass(test);
        boolean isTopLevel =
                test.getSource().filter(ClassSource.class::isInstance).isPresent()
                        && plan.getParent(test)
                                .filter(parent -> testClass(parent) != null)
                                .isEmpty();
        if (name == null || !isTopLevel) {
            return;
        }
        Open class_ = open.remove(name);
        write(
                "time",
                name,
                seconds(System.nanoTime() - class_.begin),
                seconds(StartTimes.nanos() - class_.starts),
                Integer.toString(class_.tests));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped(test, reason);
    }

    private void skipped(TestIdentifier test, String reason) {
        write(
                "skipped",
                String.valueOf(testClass(test)),
                reason.replaceAll("\\s+", " ").replaceFirst("^Assumption failed: ", ""));
    }

    /** The outermost class that the test is in, or null. */
    private static String testClass(TestIdentifier test) {
        return test.getSource()
                .map(source -> {
                    if (source instanceof MethodSource method) {
                        return method.getClassName();
                    }
                    return source instanceof ClassSource class_ ? class_.getClassName() : null;
                })
                .map(name -> name.replaceFirst("\\$.*", ""))
                .orElse(null);
    }

    private static String seconds(long nanos) {
        return Double.toString(Math.round(nanos / 1e8) / 10.0);
    }

    private void write(String... fields) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, String.join("\t", fields) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
