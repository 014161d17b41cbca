package io.likewire.gateway.edge;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS on the public port, where no proxy ends it before.
 *
 * @param certificates PEM file, ours first
 * @param key PEM file, PKCS #8
 */
public record Tls(Path certificates, Path key) {
    private static final String CERTIFICATES = "TLS_CERT_FILE";
    private static final String KEY = "TLS_KEY_FILE";

    /** Nothing when it is not wanted. */
    public static Optional<Tls> from(Environment environment) {
        Optional<Path> certificates = readable(environment, CERTIFICATES);
        Optional<Path> key = readable(environment, KEY);
        if (certificates.isPresent() != key.isPresent()) {
            String missing = key.isPresent() ? CERTIFICATES : KEY;
            throw new ConfigException(missing + " is not set: TLS needs both " + CERTIFICATES + " and " + KEY);
        }
        return certificates.map(file -> new Tls(file, key.orElseThrow()));
    }

    private static Optional<Path> readable(Environment environment, String name) {
        Optional<Path> file = environment.path(name);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new ConfigException(name + ": can't read '" + file.get() + "'");
        }
        return file;
    }

    /** Fails with one line when the files are not what they should be. */
    void apply(Vertx vertx, HttpServerOptions options) {
        PemKeyCertOptions pem =
                new PemKeyCertOptions().setCertPath(certificates.toString()).setKeyPath(key.toString());
        try {
            pem.getKeyManagerFactory(vertx);
        } catch (Exception e) {
            throw new ConfigException(CERTIFICATES + ", " + KEY + ": expected a certificate chain and its key in PEM"
                    + " form, but '" + certificates + "' and '" + key + "' are not");
        }
        // A client that begins anew within its connection costs as much as one that connects, and is counted by nobody.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        options.setSsl(true).setUseAlpn(true).setKeyCertOptions(pem);
    }
}
