package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows through the eyes of GitHub's own parser, which npm fetches; without Node.js or npm this is skipped. */
@Tag("full")
class WorkflowsIT {
    private static final String TESTS = Scripts.ROOT + "/system-tests/";

    @Test
    void gitHubsParserFindsNoErrorInAWorkflowAndWouldHaveFoundOne(@TempDir Path folder) throws IOException {
        List<Path> workflows = Scripts.in(".github/workflows");
        parse(workflows).orFail();

        Path broken = folder.resolve("broken.yml");
        Files.writeString(broken, Scripts.read(workflows.get(0)).replace("steps:", "steeps:"));
        assertThat(parse(List.of(broken)).output()).contains("Unexpected value 'steeps'");
    }

    private static Program parse(List<Path> workflows) {
        Path folder = Path.of(TESTS, "target/workflow-parser");
        Npm.fetch(folder, "@actions/workflow-parser", "0.3.61");
        return Scripts.bash(
                "node \"$@\"",
                Stream.concat(Stream.of(Path.of(TESTS, "src/test/tools/workflow.mjs"), folder), workflows.stream())
                        .map(Path::toString)
                        .toArray(String[]::new));
    }
}
