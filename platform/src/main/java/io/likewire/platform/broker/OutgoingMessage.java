package io.likewire.platform.broker;

import com.rabbitmq.client.AMQP;
import io.vertx.core.buffer.Buffer;

/** A message ready for the broker. */
public record OutgoingMessage(String exchange, String routingKey, AMQP.BasicProperties properties, Buffer body) {}
