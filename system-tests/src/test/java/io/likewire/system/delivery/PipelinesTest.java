package io.likewire.system.delivery;

import static io.likewire.system.delivery.Pipelines.ROOT;
import static io.likewire.system.delivery.Pipelines.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@Tag("full")
class PipelinesTest {
    private static final Path WORK = Path.of("target", "delivery");
    private static final Pattern ACTION = Pattern.compile("(?m)^\\s*-? *uses: (\\S+)$");

    @Test
    void everyScriptThatAPipelineCallsIsThereAndCanBeRun() {
        Pipelines.all().forEach(pipeline -> assertThat(Pipelines.called(read(pipeline)))
                .as(pipeline.toString())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(ROOT.resolve(script)).isExecutable()));
        assertThat(Pipelines.called("sh '.ci/tset'\n// sh '.ci/old'")).containsExactly(".ci/tset");
    }

    @Test
    void jenkinsBuildsTestsScansAndBringsImagesToBothStages() {
        assertThat(Pipelines.called(read(ROOT.resolve("Jenkinsfile"))))
                .contains(".ci/install", ".ci/test", ".ci/scan", ".ci/image", ".ci/deploy");
        assertThat(read(ROOT.resolve("Jenkinsfile")))
                .containsSubsequence(
                        ".ci/test", ".ci/scan", ".ci/image", ".ci/deploy staging", "input {", ".ci/deploy production");
    }

    @Test
    void allOfThemTestAsTheReadmeSays() {
        String command = "mvn -B -ntp verify";

        assertThat(read(ROOT.resolve("README.md"))).contains("mvn verify");
        assertThat(read(ROOT.resolve(".ci/run")).lines()).contains(command).contains("bash .ci/install");
        assertThat(read(ROOT.resolve(".ci/test"))).endsWith(command + " \"$@\"\n");
    }

    @Test
    void scriptsAreGoodBash() {
        assertThat(scripts()).allSatisfy(script -> {
            assertThat(script).isExecutable();
            Program check = Pipelines.run(WORK, "bash", "-n", script.toString());
            assertThat(check.exit()).as(check.output()).isZero();
        });
    }

    @Test
    void shellcheckFindsNothingInScripts() {
        Assumptions.assumeTrue(Program.onPath("shellcheck"), "no shellcheck on the PATH");
        assertThat(scripts()).allSatisfy(script -> {
            Program check = Pipelines.run(WORK, "shellcheck", script.toString());
            assertThat(check.exit()).as(check.output()).isZero();
        });
    }

    @Test
    void actionsArePinnedAndWorkflowsMayDoLittle() {
        Pipelines.workflows().forEach(workflow -> {
            String text = read(workflow);
            assertThat(ACTION.matcher(text).results().map(found -> found.group(1)))
                    .as(workflow.toString())
                    .isNotEmpty()
                    .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@v[0-9]+"));
            assertThat(text).contains("\npermissions:\n  contents: read\n").contains("\n    timeout-minutes: ");
        });
    }

    @Test
    void newVersionsAreLookedForWhereverThereAreAny() throws IOException {
        Map<String, Object> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(read(ROOT.resolve(".github/dependabot.yml")));
        String updates = String.valueOf(file.get("updates"));

        assertThat(updates).contains("maven", "github-actions", "docker", "npm");
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            assertThat(files.filter(one -> one.endsWith("package.json"))
                            .filter(one -> !one.toString().contains("node_modules")))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(updates).contains("/" + ROOT.relativize(one.getParent())));
        }
    }

    @Test
    void everyPartOfTheJenkinsfileIsClosed() {
        String text =
                read(ROOT.resolve("Jenkinsfile")).replaceAll("(?m)//.*$", "").replaceAll("'[^'\n]*'|\"[^\"\n]*\"", "");

        for (String pair : List.of("{}", "()", "[]")) {
            assertThat(text.chars().filter(c -> c == pair.charAt(0)).count())
                    .as(pair)
                    .isEqualTo(text.chars().filter(c -> c == pair.charAt(1)).count());
        }
    }

    private static List<Path> scripts() {
        return Stream.concat(
                        Pipelines.scripts().stream(),
                        Stream.of(ROOT.resolve("run"), ROOT.resolve("deploy/kubernetes/development-secrets")))
                .toList();
    }
}
