package io.likewire.system.rig;

import io.likewire.servers.testing.TestAuthority;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this machine's own names, made once for this JVM, and what clients need to trust it. */
public final class LocalCertificate {
    private static final TestAuthority AUTHORITY =
            TestAuthority.in(Path.of("target", "certificates").toAbsolutePath());
    private static final TestAuthority.Identity SERVER = AUTHORITY.issue("localhost", "dns:localhost,ip:127.0.0.1");
    private static final Path TRUSTED = AUTHORITY.certificate();

    private LocalCertificate() {}

    /** Of a gateway that speaks TLS with it. */
    public static Map<String, String> settings() {
        return Map.of(
                "TLS_CERT_FILE", SERVER.certificate().toString(),
                "TLS_KEY_FILE", SERVER.key().toString());
    }

    public static Path certificate() {
        return SERVER.certificate();
    }

    public static Path key() {
        return SERVER.key();
    }

    /** The authority's certificate, for programs that read it from a file. */
    public static Path authority() {
        return TRUSTED;
    }

    /** Of a client of Vert.x that speaks HTTP/2 and trusts the authority. */
    public static HttpClientOptions http2() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertPath(TRUSTED.toString()));
    }

    /** Trusts the authority and nobody else. */
    static SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", read(TRUSTED));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the server's public key, as Chromium's {@code --ignore-certificate-errors-spki-list} takes it. */
    public static String fingerprint() {
        try {
            byte[] key = read(SERVER.certificate()).getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificate read(Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
