package io.likewire.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command {@code rotate-key}: a new key before those that a file has, of which the newest two stay. Nodes that read the
 * file notice.
 */
public final class KeyRotation {
    private static final String USAGE =
            "Usage: java -jar auth-verticle.jar [rotate-key FILE | migrate | --version | --help | --check-config]";
    private static final int BITS = 2048;
    private static final int KEPT = 2;

    private KeyRotation() {}

    /** @return the exit code */
    public static int run(String[] args) {
        if (args.length != 2 || !args[0].equals("rotate-key")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            System.out.println("The newest key of " + args[1] + " is now " + rotate(Path.of(args[1])));
            return 0;
        } catch (ConfigException | IOException e) {
            System.err.println("likewire: " + e.getMessage());
            return 2;
        }
    }

    /** @return the new key's id. The file is replaced as a whole, so nobody ever reads half of it. */
    public static String rotate(Path file) throws IOException {
        List<RSAKey> keys = new ArrayList<>();
        RSAKey fresh = generate();
        keys.add(fresh);
        if (Files.exists(file)) {
            keys.addAll(new KeyFile(file).read().stream().limit(KEPT).toList());
        }
        SecretFile.write(file, keys.stream().map(KeyRotation::print).collect(Collectors.joining()));
        return fresh.getKeyID();
    }

    private static RSAKey generate() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS).generate();
            return KeyFile.named(key.toRSAPublicKey(), (RSAPrivateCrtKey) key.toRSAPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String print(RSAKey key) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.toRSAPrivateKey().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
