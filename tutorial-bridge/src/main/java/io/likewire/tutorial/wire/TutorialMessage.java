package io.likewire.tutorial.wire;

import io.vertx.core.buffer.Buffer;

/**
 * A message in the tutorial's form, for one of its queues on the default exchange.
 *
 * @param times how often it is sent, since a like has no number there
 */
public record TutorialMessage(String queue, TutorialEvent event, Buffer body, int times) {
    /** Read by the tutorial's likes service. */
    public static final String MAIN = "main";

    /** Read by the tutorial's products service. */
    public static final String ADMIN = "admin";
}
