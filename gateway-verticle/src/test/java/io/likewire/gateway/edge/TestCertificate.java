package io.likewire.gateway.edge;

import io.likewire.servers.testing.TestAuthority;
import io.likewire.servers.testing.TestAuthority.Identity;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A certificate for localhost, made once for this JVM, and clients that trust it. */
final class TestCertificate {
    private static final TestAuthority AUTHORITY =
            TestAuthority.in(Path.of("target", "certificates").toAbsolutePath());
    private static final Identity SERVER = AUTHORITY.issue("localhost", "dns:localhost,ip:127.0.0.1");

    private TestCertificate() {}

    /** Of a gateway that shows it. */
    static Map<String, String> settings() {
        return Map.of(
                "TLS_CERT_FILE", SERVER.certificate().toString(),
                "TLS_KEY_FILE", SERVER.key().toString());
    }

    static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().sslContext(context()).version(version).build();
    }

    static SSLContext context() {
        return AUTHORITY.trust();
    }
}
