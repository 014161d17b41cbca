package io.likewire.tutorial.transfer;

import io.vertx.core.buffer.Buffer;

/**
 * A message with the few properties that senders outside of Likewire set.
 *
 * @param messageId may be null
 * @param contentType may be null
 */
public record PlainMessage(String messageId, String contentType, Buffer body) {}
