package io.likewire.system.delivery;

import static io.likewire.system.delivery.Scripts.ROOT;
import static io.likewire.system.delivery.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class PipelinesTest {
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])(?:\\./)?(\\.ci/[a-z]+)\\b");
    private static final Pattern ACTION = Pattern.compile("(?m)^\\s*-? *uses: (\\S+)$");

    @Test
    void everyScriptThatAPipelineCallsIsThereAndCanBeRun() {
        Stream.concat(Scripts.in(".github/workflows").stream(), Stream.of(ROOT.resolve("Jenkinsfile")))
                .forEach(pipeline -> assertThat(SCRIPT.matcher(read(pipeline).replaceAll("(?m)^\\s*(#|//).*$", ""))
                                .results()
                                .map(call -> call.group(1)))
                        .as(pipeline.toString())
                        .isNotEmpty()
                        .allSatisfy(script -> assertThat(ROOT.resolve(script)).isExecutable()));
    }

    @Test
    void actionsArePinnedAndWorkflowsMayDoLittle() {
        assertThat(Scripts.in(".github/workflows")).allSatisfy(workflow -> {
            assertThat(ACTION.matcher(read(workflow)).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allMatch(action -> action.matches("\\s*-? *uses: [\\w-]+/[\\w-]+@v[0-9]+"));
            assertThat(read(workflow)).contains("\npermissions:\n  contents: read\n", "\n    timeout-minutes: ");
        });
    }

    @Test
    void newVersionsAreLookedForWhereverThereAreAny() throws IOException {
        String updates = read(ROOT.resolve(".github/dependabot.yml"));
        assertThat(updates).contains("maven", "github-actions", "docker", "npm");
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            assertThat(files.filter(one ->
                            one.endsWith("package.json") && !one.toString().contains("node_modules")))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(updates).contains("/" + ROOT.relativize(one.getParent())));
        }
    }
}
