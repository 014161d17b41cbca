package io.likewire.system.mutations;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test method in a process of its own. */
@Tag("full")
final class SingleTest {
    static final String RAN = "the test ran";
    static final int FAILED = 1;
    private static final int NOT_RUN = 2;

    private SingleTest() {}

    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(args[0]))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        if (summary.getTestsStartedCount() == 0) {
            System.exit(NOT_RUN);
        }
        System.out.println(RAN);
        System.exit(summary.getTestsFailedCount() > 0 ? FAILED : 0);
    }
}
