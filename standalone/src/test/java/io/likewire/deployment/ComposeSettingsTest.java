package io.likewire.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.SettingsCatalogue;
import io.likewire.platform.config.SettingsCatalogue.Described;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the containers are told, and that no secret is among it. */
class ComposeSettingsTest {
    private static final Set<String> SECRET_BY_NAME = Set.of("PASSWORD", "URI", "TOKEN", "SECRET", "KEY");
    private static final Set<String> NO_SECRETS = Set.of("MYSQL_RANDOM_ROOT_PASSWORD", "TUTORIAL_LIST_URI");

    private final ComposeFile file = ComposeFile.read();
    private final List<Described> settings = SettingsCatalogue.read().settings();

    ComposeSettingsTest() throws IOException {}

    @Test
    void aServiceIsToldOnlyWhatItReads() {
        assertThat(file.ours()).allSatisfy(name -> {
            Set<String> known = settingsOf(name).map(Described::name).collect(Collectors.toSet());
            assertThat(file.environment(name).keySet())
                    .filteredOn(setting -> !setting.startsWith("OTEL_"))
                    .allMatch(setting -> known.contains(setting) || known.contains(setting.replaceAll("_FILE$", "")));
        });
    }

    @Test
    void aServiceIsToldAllThatItRequires() {
        assertThat(file.ours()).allSatisfy(name -> {
            Map<String, String> environment = file.environment(name);
            assertThat(settingsOf(name)
                            .filter(setting ->
                                    setting.fallback(file.program(name)).equals("(required)"))
                            .map(Described::name))
                    .allMatch(
                            setting -> environment.containsKey(setting) || environment.containsKey(setting + "_FILE"));
        });
    }

    /** Without them a start beside services that have products ends their consumer. */
    @Test
    void theBridgeIsToldWhatTheTutorialsServicesKnow() {
        assertThat(file.environment("tutorial-bridge"))
                .containsEntry("TUTORIAL_LIST_URI", "${TUTORIAL_LIST_URI:-}")
                .containsEntry("TUTORIAL_TELL_EXISTING", "${TUTORIAL_TELL_EXISTING:-false}");
    }

    @Test
    void aSecretIsAFileThatIsMountedAndNeverAVariable() {
        assertThat(file.services()).allSatisfy(name -> file.environment(name).forEach((setting, value) -> {
            if (setting.endsWith("_FILE")) {
                assertThat(value).startsWith("/run/secrets/");
                assertThat(file.names(name, "secrets")).contains(value.substring("/run/secrets/".length()));
            } else if (!NO_SECRETS.contains(setting)) {
                assertThat(SECRET_BY_NAME).noneMatch(setting::endsWith);
            }
        }));
        assertThat(file.text()).doesNotContainPattern("://[^/ ]+:[^/ ]+@").doesNotContain("MYSQL_ROOT_PASSWORD");
    }

    @Test
    void everySecretIsMadeByTheScriptAndLivesInTheFolderThatGitIgnores() throws IOException {
        String script = Files.readString(ComposeFile.ROOT.resolve("deploy/secrets.sh"));
        assertThat(file.top("secrets")).allSatisfy(secret -> {
            String path = ((JsonObject) secret.getValue()).getString("file");
            assertThat(path).startsWith("./deploy/secrets/");
            String made = path.substring(path.lastIndexOf('/') + 1);
            assertThat(script).containsAnyOf(made, made.replaceAll("^[a-z]+(-bridge)?-", "\\$service-"));
        });
        assertThat(ComposeFile.ROOT.resolve("deploy/secrets/.gitignore"))
                .content()
                .contains("\n*\n");
    }

    private Stream<Described> settingsOf(String name) {
        return settings.stream().filter(setting -> setting.programs().contains(file.program(name)));
    }
}
