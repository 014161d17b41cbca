package io.likewire.system.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rig can fail: whatever is broken on purpose is caught by the test that watches over it. */
@Tag("mutations")
class MutationsIT {
    private static final int PATIENCE_S = 30;
    private static final int LONGEST_MINUTES = 6;

    static Stream<Mutation> mutations() {
        String one = System.getProperty("likewire.mutation", "");
        return Mutations.all().filter(mutation -> mutation.name().contains(one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void isCaught(Mutation mutation) throws Exception {
        Path classes = Mutant.of(mutation);
        Path log = classes.resolveSibling("test.log");

        Process test = new ProcessBuilder(command(mutation, classes))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(test.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as("the test ends")
                    .isTrue();
        } finally {
            test.descendants().forEach(ProcessHandle::destroyForcibly);
            test.destroyForcibly();
        }

        assertThat(Files.readString(log)).contains(SingleTest.RAN);
        assertThat(test.exitValue())
                .as("%s fails, see %s", mutation.catcher(), log)
                .isEqualTo(SingleTest.FAILED);
    }

    private static List<String> command(Mutation mutation, Path classes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlikewire.mutant." + mutation.service() + "=" + classes,
                "-Dlikewire.patience.s=" + PATIENCE_S,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SingleTest.class.getName(),
                mutation.catcher());
    }
}
