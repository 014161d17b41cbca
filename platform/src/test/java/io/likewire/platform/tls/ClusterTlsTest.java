package io.likewire.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.servers.testing.TestAuthority;
import io.likewire.servers.testing.TestAuthority.Identity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTlsTest {
    @TempDir
    private Path folder;

    @Test
    void halfASettingIsRefused() {
        TestAuthority ours = TestAuthority.in(folder.resolve("half"));
        Identity node = ours.issue("node", "ip:127.0.0.1");
        String certificate = node.certificate().toString();

        refused(Map.of("CLUSTER_TLS_CERT_FILE", certificate), "CLUSTER_TLS_KEY_FILE is not set");
        refused(Map.of("CLUSTER_TLS_CA_FILE", "/none"), "CLUSTER_TLS_CA_FILE: can't read '/none'");
        refused(
                Map.of(
                        "CLUSTER_TLS_CERT_FILE", certificate,
                        "CLUSTER_TLS_KEY_FILE", certificate,
                        "CLUSTER_TLS_CA_FILE", certificate),
                "CLUSTER_TLS_KEY_FILE: expected a private key");
        assertThat(ClusterTls.from(Environment.of(Map.of()))).isEmpty();
    }

    private static void refused(Map<String, String> settings, String line) {
        assertThatThrownBy(() -> ClusterTls.from(Environment.of(settings)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(line);
    }
}
