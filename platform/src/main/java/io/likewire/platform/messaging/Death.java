package io.likewire.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Set;

/**
 * Why an epoch ended.
 *
 * @param byRefusal the broker closed the channel or connection because of something it was sent, in contrast to a broker
 *     that went away or was silent
 */
public record Death(String reason, boolean byRefusal) {
    private static final Set<Integer> ABOUT_WHAT_WAS_SENT = Set.of(
            AMQP.CONTENT_TOO_LARGE,
            AMQP.NOT_FOUND,
            AMQP.PRECONDITION_FAILED,
            AMQP.FRAME_ERROR,
            AMQP.SYNTAX_ERROR,
            AMQP.COMMAND_INVALID,
            AMQP.UNEXPECTED_FRAME);

    static Death of(String reason) {
        return new Death(reason, false);
    }

    static Death of(ShutdownSignalException signal) {
        int code = 0;
        if (signal.getReason() instanceof AMQP.Channel.Close close) {
            code = close.getReplyCode();
        } else if (signal.getReason() instanceof AMQP.Connection.Close close) {
            code = close.getReplyCode();
        }
        boolean refusal = ABOUT_WHAT_WAS_SENT.contains(code) && !signal.isInitiatedByApplication();
        return new Death(String.valueOf(signal.getMessage()), refusal);
    }
}
