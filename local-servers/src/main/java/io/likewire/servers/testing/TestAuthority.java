package io.likewire.servers.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that signs certificates for tests, with the JDK's keytool. */
public final class TestAuthority {
    private static final String PASSWORD = "changeit";
    private final Path folder;
    private final Path store;

    private TestAuthority(final Path folder) {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
    }

    /** PEM files of one certificate, with its authority's after it, and its PKCS #8 key. */
    public record Identity(Path certificate, Path key) {}

    public static TestAuthority in(final Path folder) {
        try {
            final TestAuthority authority = new TestAuthority(Files.createDirectories(folder));
            authority.keytool("authority", "CN=Authority", List.of("-ext", "bc:c", "-ext", "ku=keyCertSign"));
            return authority;
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own certificate. */
    public Path certificate() {
        return identity("authority").certificate();
    }

    /** @param names for example {@code ip:127.0.0.1,dns:localhost} */
    public Identity issue(final String alias, final String names) {
        keytool(alias, "CN=" + alias, List.of("-signer", "authority", "-ext", "san=" + names));
        return identity(alias);
    }

    private void keytool(final String alias, final String name, final List<String> further) {
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(further);
        try {
            final int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool ended with " + code);
            }
        } catch (final IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity identity(final String alias) {
        try (InputStream in = Files.newInputStream(store)) {
            final KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            final StringBuilder chain = new StringBuilder();
            for (final Certificate certificate : keys.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            final byte[] key = keys.getKey(alias, PASSWORD.toCharArray()).getEncoded();
            return new Identity(
                    Files.writeString(folder.resolve(alias + ".crt"), chain),
                    Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", key)));
        } catch (final IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(final String kind, final byte[] bytes) {
        final String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
