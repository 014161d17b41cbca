package io.likewire.servers.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** An authority that signs certificates for tests. */
public final class TestAuthority {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier("2a8648ce3d040302"));
    private static final String ALTERNATIVE_NAMES = "551d11";
    private static final byte[] MAY_SIGN =
            Der.sequence(Der.identifier("551d13"), Der.yes(), Der.octets(Der.sequence(Der.yes()))); // basic constraints
    private static final byte[] SIGNS_CERTIFICATES =
            Der.sequence(Der.identifier("551d0f"), Der.octets(Der.tagged(0x03, new byte[] {2, 4}))); // key usage
    private static final X500Principal NAME = new X500Principal("CN=Authority");

    private final Path folder;
    private final KeyPair keys = newKeys();
    private final byte[] own = certificate(NAME, keys, MAY_SIGN, SIGNS_CERTIFICATES);

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** PEM files of one certificate, with its authority's after it, and its PKCS #8 key. */
    public record Identity(Path certificate, Path key) {}

    public static TestAuthority in(Path folder) {
        try {
            return new TestAuthority(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own certificate. */
    public Path certificate() {
        return write("authority.crt", pem("CERTIFICATE", own));
    }

    /** Of clients that trust this authority and nobody else. */
    public SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "authority",
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(own)));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param names for example {@code ip:127.0.0.1,dns:localhost} */
    public Identity issue(String alias, String names) {
        KeyPair fresh = newKeys();
        byte[] extension = Der.sequence(Der.identifier(ALTERNATIVE_NAMES), Der.octets(names(names)));
        byte[] certificate = certificate(new X500Principal("CN=" + alias), fresh, extension);
        return new Identity(
                write(alias + ".crt", pem("CERTIFICATE", certificate) + pem("CERTIFICATE", own)),
                write(alias + ".key", pem("PRIVATE KEY", fresh.getPrivate().getEncoded())));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Valid for two days, signed by this authority. */
    private byte[] certificate(X500Principal subject, KeyPair of, byte[]... extensions) {
        Instant now = Instant.now();
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.number(new byte[] {2})),
                Der.number(BigInteger.valueOf(System.nanoTime()).abs().toByteArray()),
                ECDSA_WITH_SHA256,
                NAME.getEncoded(),
                Der.sequence(
                        Der.time(TIME.format(now.minusSeconds(60))),
                        Der.time(TIME.format(now.plus(Duration.ofDays(2))))),
                subject.getEncoded(),
                of.getPublic().getEncoded(),
                Der.tagged(0xa3, Der.sequence(extensions)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] names(String names) {
        List<byte[]> all = new ArrayList<>();
        for (String name : names.split(",")) {
            String value = name.substring(name.indexOf(':') + 1);
            all.add(
                    name.startsWith("ip:")
                            ? Der.tagged(0x87, address(value))
                            : Der.tagged(0x82, value.getBytes(StandardCharsets.US_ASCII)));
        }
        return Der.sequence(all.toArray(byte[][]::new));
    }

    private static byte[] address(String numbers) {
        try {
            return InetAddress.getByName(numbers).getAddress();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String pem) {
        try {
            return Files.writeString(folder.resolve(name), pem);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
