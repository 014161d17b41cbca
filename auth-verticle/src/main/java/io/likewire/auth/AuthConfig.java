package io.likewire.auth;

import io.likewire.auth.keys.KeyFile;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.platform.config.Environment;
import io.likewire.platform.store.DatabaseOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of auth-verticle, read once.
 *
 * @param keys signs tokens; there is at least one key in it
 * @param keysReadEvery how soon a new key is noticed
 * @param tokenSeconds how long an access token is good for
 * @param adminPassword of the first administrator; nothing for a random one
 */
public record AuthConfig(
        DatabaseOptions database,
        KeyFile keys,
        Duration keysReadEvery,
        int tokenSeconds,
        String adminUser,
        Optional<String> adminPassword) {
    private static final Duration KEYS_READ_EVERY = Duration.ofSeconds(3);
    private static final int SHORTEST_S = 300;
    private static final int USUAL_S = 600;

    public static AuthConfig from(Environment environment) {
        DatabaseOptions database = DatabaseOptions.from(environment, "AUTH_MYSQL_URI");
        String file = environment.required(
                KeyFile.SETTING,
                "name a PEM file with an RSA key; java -jar auth-verticle.jar rotate-key FILE makes one");
        KeyFile keys = new KeyFile(Path.of(file));
        keys.read();
        return new AuthConfig(
                database,
                keys,
                KEYS_READ_EVERY,
                environment.number("ACCESS_TOKEN_SECONDS", USUAL_S, SHORTEST_S, AccessTokens.LONGEST_S),
                environment.text("ADMIN_USER", "admin"),
                environment.text("ADMIN_PASSWORD"));
    }
}
