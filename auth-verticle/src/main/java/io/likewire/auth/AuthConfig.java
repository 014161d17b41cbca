package io.likewire.auth;

import io.likewire.auth.administrator.FirstAdministrator;
import io.likewire.auth.administrator.FirstPassword;
import io.likewire.auth.keys.KeyFile;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.database.DatabaseOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of auth-verticle, read once.
 *
 * @param keys signs tokens; there is at least one key in it
 * @param keysReadEvery how soon a new key is noticed
 * @param tokenSeconds how long an access token is good for
 */
public record AuthConfig(
        DatabaseOptions database,
        KeyFile keys,
        Duration keysReadEvery,
        int tokenSeconds,
        FirstAdministrator.Wanted administrator) {
    private static final Duration KEYS_READ_EVERY = Duration.ofSeconds(3);
    private static final int SHORTEST_S = 300;
    private static final int USUAL_S = 600;
    private static final String RESET = "ADMIN_PASSWORD_RESET";

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
                administrator(environment));
    }

    private static FirstAdministrator.Wanted administrator(Environment environment) {
        FirstAdministrator.Wanted wanted = new FirstAdministrator.Wanted(
                environment.text("ADMIN_USER", "admin"),
                environment.text("ADMIN_PASSWORD"),
                environment.path(FirstPassword.SETTING),
                environment.flag(RESET, false));
        wanted.requireGood();
        if (wanted.reset() && wanted.password().isEmpty() && wanted.kept().isEmpty()) {
            throw new ConfigException(RESET + ": set the new password in ADMIN_PASSWORD");
        }
        return wanted;
    }
}
