package io.likewire.tutorial.transfer;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What can be done within one transaction of a {@link TransactedChannel}. Every call blocks. */
public record ChannelTransaction(Channel channel) {
    private static final int PERSISTENT = 2;

    /** How many messages wait in a queue; fails unless it is there. */
    public long waiting(String queue) throws IOException {
        return channel.queueDeclarePassive(queue).getMessageCount();
    }

    /** The oldest messages of a queue, gone from it once the transaction is committed. */
    public List<PlainMessage> take(String queue, int most) throws IOException {
        List<GetResponse> taken = get(queue, most);
        if (!taken.isEmpty()) {
            channel.basicAck(taken.get(taken.size() - 1).getEnvelope().getDeliveryTag(), true);
        }
        return taken.stream().map(ChannelTransaction::read).toList();
    }

    /** The oldest messages of a queue, which stay in it. */
    public List<PlainMessage> look(String queue, int most) throws IOException {
        List<GetResponse> seen = get(queue, most);
        for (GetResponse one : seen) {
            channel.basicReject(one.getEnvelope().getDeliveryTag(), true);
        }
        return seen.stream().map(ChannelTransaction::read).toList();
    }

    private List<GetResponse> get(String queue, int most) throws IOException {
        List<GetResponse> all = new ArrayList<>();
        GetResponse next = channel.basicGet(queue, false);
        while (next != null) {
            all.add(next);
            next = all.size() < most ? channel.basicGet(queue, false) : null;
        }
        return all;
    }

    /** Survives a restart of the broker, in a queue that does. */
    public void put(String queue, PlainMessage message) throws IOException {
        publish(queue, message, new AMQP.BasicProperties.Builder().deliveryMode(PERSISTENT));
    }

    /** Does not, as the tutorial's messages don't. */
    public void putTransient(String queue, PlainMessage message) throws IOException {
        publish(queue, message, new AMQP.BasicProperties.Builder());
    }

    private void publish(String queue, PlainMessage message, AMQP.BasicProperties.Builder properties)
            throws IOException {
        channel.basicPublish(
                "",
                queue,
                properties
                        .messageId(message.messageId())
                        .contentType(message.contentType())
                        .build(),
                message.body().getBytes());
    }

    private static PlainMessage read(GetResponse response) {
        AMQP.BasicProperties properties = response.getProps();
        return new PlainMessage(
                properties.getMessageId(), properties.getContentType(), Buffer.buffer(response.getBody()));
    }
}
