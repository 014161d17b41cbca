package io.likewire.platform.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Set;

/**
 * Why a connection ended.
 *
 * @param byRefusal the broker closed the channel or connection because of something it was sent, in contrast to a broker
 *     that went away or was silent
 */
public record ConnectionLoss(String reason, boolean byRefusal) {
    private static final Set<Integer> ABOUT_WHAT_WAS_SENT = Set.of(
            AMQP.CONTENT_TOO_LARGE,
            AMQP.NOT_FOUND,
            AMQP.PRECONDITION_FAILED,
            AMQP.FRAME_ERROR,
            AMQP.SYNTAX_ERROR,
            AMQP.COMMAND_INVALID,
            AMQP.UNEXPECTED_FRAME);

    static ConnectionLoss of(String reason) {
        return new ConnectionLoss(reason, false);
    }

    /** A call of the client failed. */
    static ConnectionLoss of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShutdownSignalException signal) {
                return of(signal);
            }
        }
        return of("a call failed: " + failure.getMessage());
    }

    /** A refusal is told in the broker's words: its code, and what it is about. */
    static ConnectionLoss of(ShutdownSignalException signal) {
        int code = 0;
        String text = null;
        if (signal.getReason() instanceof AMQP.Channel.Close close) {
            code = close.getReplyCode();
            text = close.getReplyText();
        } else if (signal.getReason() instanceof AMQP.Connection.Close close) {
            code = close.getReplyCode();
            text = close.getReplyText();
        }
        boolean refusal = ABOUT_WHAT_WAS_SENT.contains(code) && !signal.isInitiatedByApplication();
        return new ConnectionLoss(refusal ? text : String.valueOf(signal.getMessage()), refusal);
    }
}
