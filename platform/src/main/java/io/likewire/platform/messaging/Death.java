package io.likewire.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

/**
 * Why an epoch ended.
 *
 * @param byRefusal the broker closed the channel or connection because of something it was sent, in contrast to a broker
 *     that went away or was silent
 */
public record Death(String reason, boolean byRefusal) {
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
        boolean refusal = code != 0 && code != AMQP.CONNECTION_FORCED && !signal.isInitiatedByApplication();
        return new Death(String.valueOf(signal.getMessage()), refusal);
    }
}
