package io.likewire.platform.tls;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose certificates are believed.
 *
 * @param file of authorities in PEM form; when there is none, those of the JDK are meant
 */
public record Authority(Optional<Path> file) {
    /** Nothing when the setting is absent; a wrong file ends in a ConfigException. */
    public static Optional<Path> from(Environment environment, String name) {
        Optional<Path> file = readable(environment, name);
        file.ifPresent(path -> check(name, path));
        return file;
    }

    /** A file that a setting names; nothing when it is absent. */
    static Optional<Path> readable(Environment environment, String name) {
        Optional<Path> file = environment.path(name);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new ConfigException(name + ": can't read '" + file.get() + "'");
        }
        return file;
    }

    static void check(String name, Path file) {
        try {
            if (!certificates(file).isEmpty()) {
                return;
            }
        } catch (IOException | GeneralSecurityException e) {
            // the sentence below says it
        }
        throw new ConfigException(name + ": expected certificates in PEM form, but '" + file + "' has none");
    }

    /** For clients of Vert.x. */
    public TrustOptions trust() {
        return file.<TrustOptions>map(path -> new PemTrustOptions().addCertPath(path.toString()))
                .orElseGet(() -> TrustOptions.wrap(manager()));
    }

    X509ExtendedTrustManager manager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isPresent() ? store(file.get()) : null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(
                    "TLS: can't use '" + file.map(Path::toString).orElse("the JDK's authorities") + "'");
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}
