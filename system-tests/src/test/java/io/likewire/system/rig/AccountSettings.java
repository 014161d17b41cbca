package io.likewire.system.rig;

import io.likewire.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What auth-verticle needs in a cluster: a database, keys, and the first administrator. */
public final class AccountSettings {
    public static final String ADMIN = "head";
    public static final String PASSWORD = "tulips in march 4711";
    private static final Path KEYS = directory().resolve("auth.pem");
    private Map<String, String> settings;

    /** The same at each call. */
    Map<String, String> settings() {
        if (settings == null) {
            rotateKeys();
            settings = Map.of(
                    "AUTH_MYSQL_URI",
                    TestServers.mysql().freshDatabase("auth"),
                    "AUTH_KEY_FILE",
                    KEYS.toString(),
                    "ADMIN_USER",
                    ADMIN,
                    "ADMIN_PASSWORD",
                    PASSWORD);
        }
        return settings;
    }

    /** As an operator does it. */
    public static void rotateKeys() {
        JarProcess.run("auth-verticle", "rotate-key", KEYS.toString());
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("likewire-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
