package io.likewire.platform.tls;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * TLS between the nodes of the event bus, both of which show a certificate. Vert.x compares no names there, so the authority
 * should sign nodes of this cluster and nothing else.
 */
public record ClusterTls(Path certificate, Path key, Path authority) {
    private static final String CERTIFICATE = "CLUSTER_TLS_CERT_FILE";
    private static final String KEY = "CLUSTER_TLS_KEY_FILE";
    private static final String AUTHORITY = "CLUSTER_TLS_CA_FILE";

    /** Nothing when it is not wanted. */
    public static Optional<ClusterTls> from(Environment environment) {
        Optional<Path> certificate = Authority.readable(environment, CERTIFICATE);
        Optional<Path> key = Authority.readable(environment, KEY);
        Optional<Path> authority = Authority.from(environment, AUTHORITY);
        if (Stream.of(certificate, key, authority).allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        environment.required(CERTIFICATE, "TLS between nodes needs all three CLUSTER_TLS_ settings");
        environment.required(KEY, "TLS between nodes needs all three CLUSTER_TLS_ settings");
        environment.required(AUTHORITY, "TLS between nodes needs all three CLUSTER_TLS_ settings");
        ClusterTls tls = new ClusterTls(certificate.orElseThrow(), key.orElseThrow(), authority.orElseThrow());
        tls.check();
        return Optional.of(tls);
    }

    private void check() {
        Authority.check(CERTIFICATE, certificate);
        try {
            if (Files.readString(key).contains("PRIVATE KEY-----")) {
                return;
            }
        } catch (IOException e) {
            // the sentence below says it
        }
        throw new ConfigException(KEY + ": expected a private key in PEM form, but '" + key + "' has none");
    }

    /** By default Vert.x would encrypt, believe everybody and ask nobody for a certificate. */
    public void apply(EventBusOptions options) {
        options.setSsl(true)
                .setTrustAll(false)
                .setClientAuth(ClientAuth.REQUIRED)
                .setKeyCertOptions(identity())
                .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
    }

    private PemKeyCertOptions identity() {
        return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
    }
}
