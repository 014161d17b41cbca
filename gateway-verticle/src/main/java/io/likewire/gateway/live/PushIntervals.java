package io.likewire.gateway.live;

import java.time.Duration;

/**
 * The rhythm of the push side.
 *
 * @param frameGap between two frames of one address on one socket
 * @param healing between two questions for everything that is watched
 * @param freshness how long an answer from the likes side serves newcomers
 * @param slowness how long a socket may refuse to read before it is closed
 * @param heartbeat between two signs of life on a stream of events
 * @param farewell how long a socket that is closed may take to go, before its connection is cut
 */
public record PushIntervals(
        Duration frameGap,
        Duration healing,
        Duration freshness,
        Duration slowness,
        Duration heartbeat,
        Duration farewell) {
    public static final PushIntervals DEFAULT = new PushIntervals(
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2));
}
