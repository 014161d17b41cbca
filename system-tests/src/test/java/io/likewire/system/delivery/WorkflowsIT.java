package io.likewire.system.delivery;

import static io.likewire.system.delivery.Pipelines.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows through the eyes of GitHub's own parser, which npm fetches; without Node.js or npm this is skipped. */
@Tag("full")
class WorkflowsIT {
    @Test
    void gitHubsParserFindsNoErrorInAWorkflow() {
        Program parser = parse(Pipelines.workflows());

        assertThat(parser.exit()).as(parser.output()).isZero();
    }

    @Test
    void andWouldHaveFoundOne(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.yml"),
                Pipelines.read(Pipelines.workflows().get(0)).replace("steps:", "steeps:"));

        Program parser = parse(List.of(broken));

        assertThat(parser.exit()).isOne();
        assertThat(parser.output()).contains("Unexpected value 'steeps'");
    }

    private static Program parse(List<Path> files) {
        Path folder = ROOT.resolve("system-tests/target/workflow-parser");
        Npm.fetch(folder, "@actions/workflow-parser", "0.3.61");
        return Program.run(
                folder,
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        "node", ROOT + "/system-tests/src/test/tools/workflow.mjs", folder.toString()),
                                files.stream().map(Path::toString))
                        .toList());
    }
}
