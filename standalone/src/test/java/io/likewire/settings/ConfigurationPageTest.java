package io.likewire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.SettingsCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final String ANEW = "mvn test -pl standalone -am -Dtest=ConfigurationPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dlikewire.docs.write=true";

    @Test
    void thePageIsTheOneThatTheCatalogueMakes() throws IOException {
        String made = ConfigurationPage.of(SettingsCatalogue.read());
        if (Boolean.getBoolean("likewire.docs.write")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/configuration.md is made from settings.json; to write it anew: %s", ANEW)
                .isEqualTo(made);
    }
}
