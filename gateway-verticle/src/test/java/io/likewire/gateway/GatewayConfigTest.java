package io.likewire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheVisitorKeyIsRequired() throws IOException {
        GatewayConfig config = GatewayConfig.from(Environment.of(Map.of("VISITOR_KEY_FILE", key(32))));
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.edge().limits().visitorsPerMinute()).isEqualTo(60);
    }

    @Test
    void socketsAreBoundedByTheHeapToo() throws IOException {
        assertThat(socketsMax("3")).isEqualTo(3);
        assertThat(socketsMax("1000000")).isEqualTo((int) (Runtime.getRuntime().maxMemory() / 65_536));
    }

    private int socketsMax(String wanted) throws IOException {
        return GatewayConfig.from(Environment.of(Map.of("VISITOR_KEY_FILE", key(32), "SOCKETS_MAX", wanted)))
                .socketsMax();
    }

    @Test
    void aMissingUnreadableOrShortKeyIsRefusedInOneLine() throws IOException {
        refused(Map.of(), "VISITOR_KEY_FILE is not set");
        refused(Map.of("VISITOR_KEY_FILE", folder.resolve("none").toString()), "can't read");
        refused(Map.of("VISITOR_KEY_FILE", key(31)), "at least 32 bytes, but .* has 31");
    }

    @Test
    void anAddressThatIsNotOursIsRefusedByItsOwnName() throws IOException {
        Map<String, String> values = Map.of("VISITOR_KEY_FILE", key(32), "HTTP_HOST", "192.0.2.7");
        assertThatThrownBy(() -> GatewayConfig.from(Environment.of(values)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("HTTP_HOST: '192.0.2.7' is no address of this machine");
    }

    private void refused(Map<String, String> values, String reason) {
        assertThatThrownBy(() -> GatewayConfig.from(Environment.of(values)))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching(".*" + reason + ".*")
                .hasMessageStartingWith("VISITOR_KEY_FILE");
    }

    private String key(int length) throws IOException {
        return Files.write(folder.resolve("key" + length), new byte[length]).toString();
    }
}
