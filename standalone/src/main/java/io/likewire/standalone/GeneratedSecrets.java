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

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private GeneratedSecrets() {}

    /** What was given, and files in the folder for what was not. */
    static Environment complete(Environment given, Path folder) {
        Environment complete = given;
        if (given.text(VISITOR_KEY).isEmpty()) {
            Path file = existingOrNew(folder.resolve("visitor.key"), GeneratedSecrets::writeVisitorKey);
            complete = complete.with(VISITOR_KEY, file.toString());
        }
        if (given.text(KeyFile.SETTING).isEmpty()) {
            Path file = existingOrNew(folder.resolve("auth.pem"), KeyRotation::rotate);
            complete = complete.with(KeyFile.SETTING, file.toString());
        }
        if (given.text(FirstPassword.SETTING).isEmpty()) {
            complete = complete.with(
                    FirstPassword.SETTING, folder.resolve("admin-password").toString());
        }
        return complete;
    }

    private static void writeVisitorKey(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        SecretFile.write(file, HexFormat.of().formatHex(key));
    }

    private static Path existingOrNew(Path file, Writer writer) {
        try {
            if (Files.exists(file)) {
                requireOurs(file);
            } else {
                writer.write(file);
            }
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
