package io.likewire.standalone;

import io.likewire.auth.administrator.FirstPassword;
import io.likewire.auth.keys.KeyFile;
import io.likewire.auth.keys.KeyRotation;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that a single machine may make for itself, once, readable by their owner only. */
final class GeneratedSecrets {
    private static final String VISITOR_KEY = "VISITOR_KEY_FILE";
    private static final int KEY_BYTES = 32;
    private final Path directory;

    private GeneratedSecrets(Path directory) {
        this.directory = directory;
    }

    static GeneratedSecrets in(Path directory) {
        return new GeneratedSecrets(directory);
    }

    Environment complete(Environment given) {
        Environment complete = given;
        if (given.text(VISITOR_KEY).isEmpty()) {
            complete = complete.with(
                    VISITOR_KEY, existingOrNew(directory.resolve("visitor.key")).toString());
        }
        if (given.text(KeyFile.SETTING).isEmpty()) {
            complete = complete.with(
                    KeyFile.SETTING,
                    existingOrNewSigningKey(directory.resolve("auth.pem")).toString());
        }
        if (given.text(FirstPassword.SETTING).isEmpty()) {
            complete = complete.with(
                    FirstPassword.SETTING, directory.resolve("admin-password").toString());
        }
        return complete;
    }

    private static Path existingOrNewSigningKey(Path file) {
        try {
            if (Files.exists(file)) {
                requireOurs(file);
            } else {
                KeyRotation.rotate(file);
            }
            return file;
        } catch (IOException e) {
            throw new ConfigException("DATA_DIR: can't write " + file + ": " + e.getMessage());
        }
    }

    private static Path existingOrNew(Path file) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            if (Files.exists(file)) {
                requireOurs(file);
                return file;
            }
            SecretFile.write(file, HexFormat.of().formatHex(key));
            return file;
        } catch (IOException e) {
            throw new ConfigException("DATA_DIR: can't write " + file + ": " + e.getMessage());
        }
    }

    /** Whoever knows a key, or has put it there, can be anybody. */
    private static void requireOurs(Path file) throws IOException {
        if (!SecretFile.isOursOnly(file)) {
            throw new ConfigException("DATA_DIR: " + file
                    + " is another user's, or others may read it; remove it, and a new one is made");
        }
    }
}
