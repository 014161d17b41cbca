package io.likewire.gateway;

import io.likewire.gateway.live.PushIntervals;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.OwnAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The gateway's settings.
 *
 * @param port 0 for any free one
 * @param visitorKey signs visitors' identities; the same for all gateways
 * @param patience how long a request may wait for the services
 * @param socketsMax live sockets at once
 * @param requireIfMatch whether changes of products must say which version they are made to
 */
public record GatewayConfig(
        String host,
        int port,
        byte[] visitorKey,
        Duration patience,
        int socketsMax,
        PushIntervals push,
        boolean requireIfMatch,
        IdentityConfig identity,
        EdgeConfig edge) {
    private static final int SHORTEST_KEY = 32;

    public static GatewayConfig from(Environment environment) {
        return new GatewayConfig(
                OwnAddress.from(environment, "HTTP_HOST"),
                environment.port("HTTP_PORT", 8080),
                visitorKey(environment),
                Duration.ofMillis(environment.number("REQUEST_TIMEOUT_MS", 1_400, 100, 60_000)),
                environment.number("SOCKETS_MAX", 20_000, 1, 1_000_000),
                PushIntervals.DEFAULT,
                environment.flag("REQUIRE_IF_MATCH", false),
                IdentityConfig.from(environment),
                EdgeConfig.from(environment));
    }

    private static byte[] visitorKey(Environment environment) {
        String file = environment.required(
                "VISITOR_KEY_FILE",
                "name a file with " + SHORTEST_KEY + " random bytes or more, shared by all gateways");
        byte[] key = read(file);
        if (key.length < SHORTEST_KEY) {
            throw new ConfigException("VISITOR_KEY_FILE: expected at least " + SHORTEST_KEY + " bytes, but '" + file
                    + "' has " + key.length);
        }
        return key;
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new ConfigException("VISITOR_KEY_FILE: can't read '" + file + "'");
        }
    }
}
