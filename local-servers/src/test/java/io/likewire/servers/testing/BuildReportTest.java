package io.likewire.servers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildReportTest {
    private static final Instant LONG_AGO = Instant.EPOCH;

    @TempDir
    Path build;

    @Test
    void theSlowestClassComesFirstWithWhatItWaitedForStarts() throws Exception {
        times("likes", "integration", "time\tio.likewire.likes.QuickIT\t0.2\t0.0\t3");
        times("products", "integration", "time\tio.likewire.products.SlowIT\t12.5\t4.2\t7");

        assertThat(report(LONG_AGO).lines().map(String::strip))
                .containsSubsequence(
                        "The slowest test classes",
                        "12.5       4.2      7  products.SlowIT",
                        "0.2       0.0      3  likes.QuickIT")
                .contains("12.5       4.2      7  products", "Nothing was left out.");
    }

    @Test
    void whatWasNotShownIsNamedWithItsReason() throws Exception {
        times(
                "web",
                "integration",
                "skipped\tio.likewire.web.PageIT\tno browser here",
                "skipped\tio.likewire.web.FormIT\tno browser here",
                "time\tio.likewire.web.ListIT\t1.0\t0.0\t1");

        assertThat(report(LONG_AGO)).contains("Not shown by this build:", "  no browser here: FormIT, PageIT");
    }

    @Test
    void timesOfAnEarlierBuildAreLeftOut() throws Exception {
        times("likes", "unit", "time\tio.likewire.likes.OldTest\t1.0\t0.0\t1");

        assertThat(report(Instant.now().plusSeconds(60))).isEmpty();
    }

    private void times(String module, String phase, String... lines) throws Exception {
        Path folder = Files.createDirectories(build.resolve(module).resolve("target/test-times"));
        Files.writeString(folder.resolve(phase + "-1.tsv"), String.join("\n", lines) + "\n");
    }

    private String report(Instant begin) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            BuildReport.main(new String[] {build.toString(), begin.toString()});
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
