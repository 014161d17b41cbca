package io.likewire.gateway.edge;

import java.time.Duration;

/**
 * How long the other side may take, and how long it is waited for at the end.
 *
 * @param head for a whole request head, from its first byte on; for the first one, from the connection on
 * @param body for a whole request body
 * @param taking for a peer to take 32 KB of what waits for it
 * @param silence without a byte, before a connection is closed
 * @param goodbye for a kept-alive connection to learn, from one more answer, that the gateway leaves
 */
public record ClientTimeouts(Duration head, Duration body, Duration taking, Duration silence, Duration goodbye) {
    public static final ClientTimeouts DEFAULT = new ClientTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            Duration.ofSeconds(75),
            Duration.ofMillis(500));
}
