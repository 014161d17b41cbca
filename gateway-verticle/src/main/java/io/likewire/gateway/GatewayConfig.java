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

    /** What a socket may take at the most is less: 18 KB, 50 subscriptions, its address, a message that is not whole. */
    private static final int HEAP_FOR_A_SOCKET = 64 * 1024;

    public static GatewayConfig from(Environment environment) {
        return new GatewayConfig(
                OwnAddress.from(environment, "HTTP_HOST"),
                environment.port("HTTP_PORT", 8080),
                visitorKey(environment),
                Duration.ofMillis(environment.number("REQUEST_TIMEOUT_MS", 1_400, 100, 60_000)),
                socketsMax(environment),
                PushIntervals.DEFAULT,
                environment.flag("REQUIRE_IF_MATCH", false),
                IdentityConfig.from(environment),
                EdgeConfig.from(environment));
    }

    private static int socketsMax(Environment environment) {
        long most = Runtime.getRuntime().maxMemory() / HEAP_FOR_A_SOCKET;
        return (int) Math.min(environment.number("SOCKETS_MAX", 20_000, 1, 1_000_000), most);
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
