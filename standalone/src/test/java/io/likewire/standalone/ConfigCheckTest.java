package io.likewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsGoodIsShownAndLeavesNothingBehind() {
        Environment environment = settings(Map.of());
        ConfigCheck.of(environment, Standalone.SERVICES);

        assertThat(environment.effective()).extracting(Object::toString).contains("HTTP_PORT=0", "LOG_LEVEL=INFO");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT, 99999, expected a number from 0 to 65535",
        "HTTP_HOST, 192.0.2.7, is no address of this machine",
        "MANAGEMENT_HOST, 192.0.2.7, is no address of this machine",
        "LOG_LEVEL, LOUD, 'expected TRACE, DEBUG, INFO, WARN or ERROR'",
        "LOG_FORMAT, xml, expected json or text",
        "ADMIN_USER, a, Use 3 to 64 letters",
        "ADMIN_PASSWORD, password1, This password is too common.",
        "OTEL_TRACES_SAMPLER_ARG, 7, expected a number from 0 to 1",
        "DATA_DIR, /dev/null/data, can't write /dev/null/data"
    })
    void whatAStartWouldRefuseIsNamed(String setting, String value, String reason) {
        refused(Map.of(setting, value), setting + ": ", reason);
    }

    @Test
    void whatStandsInTheWayOfADirectoryIsFound() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "").toString();
        refused(Map.of("DATA_DIR", file), "DATA_DIR: can't write " + file);
    }

    /** As one secret of AWS for a database would have it. */
    @Test
    void servicesDoNotShareADatabase() {
        String uri = "mysql://likewire:x1@127.0.0.1:3306/likewire";
        refused(
                Map.of("PRODUCTS_MYSQL_URI", uri, "LIKES_MYSQL_URI", uri + "?sslMode=DISABLED", "AUTH_MYSQL_URI", uri),
                "LIKES_MYSQL_URI: names the database of AUTH_MYSQL_URI, but each service needs one of its own");
    }

    @Test
    void databasesOfOneNameOnOtherServersAreOthers() {
        String uri = "mysql://likewire:x1@my_db/likewire";
        EmbeddedServers.requireSeparate(Environment.of(
                Map.of("PRODUCTS_MYSQL_URI", uri, "LIKES_MYSQL_URI", "mysql://likewire:x1@other_db/likewire")));
        Map<String, String> same = Map.of("PRODUCTS_MYSQL_URI", uri, "LIKES_MYSQL_URI", uri.replace("_db", "_db:3306"));
        refused(same, "PRODUCTS_MYSQL_URI: names the database of LIKES_MYSQL_URI");
    }

    private void refused(Map<String, String> given, String... reasons) {
        assertThatThrownBy(() -> ConfigCheck.of(settings(given), Standalone.SERVICES))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(reasons[0])
                .message()
                .contains(reasons)
                .doesNotContain("\n");
    }

    private Environment settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("HTTP_PORT", "0", "MANAGEMENT_PORT", "0"));
        all.put("DATA_DIR", folder.resolve("data").toString());
        all.putAll(given);
        return Environment.of(all);
    }
}
