package io.likewire.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.SettingsCatalogue;
import io.likewire.platform.config.SettingsCatalogue.Described;
import io.likewire.platform.config.SettingsCatalogue.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final Pattern STAGE = Pattern.compile("(?m)^FROM (\\S+) AS (\\S+)\n((?:(?!FROM ).*\n?)*)");

    private final String text = Files.readString(ComposeFile.ROOT.resolve("Dockerfile"));
    private final Map<String, String> stages = new TreeMap<>();

    DockerfileTest() throws IOException {
        STAGE.matcher(text).results().forEach(stage -> stages.put(stage.group(2), stage.group(3)));
    }

    @Test
    void everyProgramOfTheClusterHasATargetWithItsOwnManagementPort() {
        Described port = SettingsCatalogue.read().settings().stream()
                .filter(setting -> setting.name().equals("MANAGEMENT_PORT"))
                .findFirst()
                .orElseThrow();
        assertThat(nodes()).hasSize(5).allSatisfy(program -> {
            assertThat(stages).containsKeys(program.name(), program.name() + "-rehearsal");
            assertThat(stages.get(program.name())).contains("ENV MANAGEMENT_PORT=" + port.fallback(program.name()));
            assertThat(text).contains(program.jar().replace(".jar", ""));
        });
    }

    @Test
    void servicesRunAsNobodyInParticularAndSayWhetherTheyAreReady() {
        assertThat(stages.get("runtime")).contains("USER 10001:10001", "HEALTHCHECK", "ReadyCheck", "MaxRAMPercentage");
        assertThat(nodes()).allSatisfy(program -> assertThat(stages.get(program.name()))
                .doesNotContain("USER", "RUN")
                .contains("org.opencontainers.image.title"));
    }

    @Test
    void imagesAreNamedWithoutARegistryAndNothingIsFetchedBesideLibraries() {
        assertThat(text).doesNotContainPattern("(?m)^# *syntax=").doesNotContain("curl", "wget", "apt-get");
        assertThat(text.lines().filter(line -> line.startsWith("ARG ") && line.contains("_IMAGE")))
                .hasSize(2)
                .allMatch(line -> line.matches("ARG [A-Z]+_IMAGE=[a-z]+:[a-z0-9.-]+"));
    }

    @Test
    void theEngineIsSentSourcesAndNothingElse() throws IOException {
        List<String> lines = Files.readAllLines(ComposeFile.ROOT.resolve(".dockerignore"));
        assertThat(lines).contains("*").noneMatch(line -> line.contains("secrets") || line.contains("target"));
    }

    private static List<Program> nodes() {
        return SettingsCatalogue.read().programs().stream()
                .filter(program -> !program.name().equals("standalone"))
                .toList();
    }
}
