package io.likewire.standalone;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that a single machine may make for itself, once, readable by their owner only. */
final class Keys {
    private static final String VISITOR_KEY = "VISITOR_KEY_FILE";
    private static final int KEY_BYTES = 32;
    private final Path directory;

    private Keys(Path directory) {
        this.directory = directory;
    }

    static Keys in(Path directory) {
        return new Keys(directory);
    }

    Environment complete(Environment environment) {
        if (environment.text(VISITOR_KEY).isPresent()) {
            return environment;
        }
        return environment.with(
                VISITOR_KEY, existingOrNew(directory.resolve("visitor.key")).toString());
    }

    private static Path existingOrNew(Path file) {
        if (Files.exists(file)) {
            return file;
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
            return Files.writeString(file, HexFormat.of().formatHex(key));
        } catch (IOException e) {
            throw new ConfigException("DATA_DIR: can't write " + file + ": " + e.getMessage());
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
