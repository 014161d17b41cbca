package io.likewire.platform.idempotency;

import io.likewire.contracts.bus.RequestKey;
import java.util.UUID;

/**
 * A command whose client can tell its repetition from a new one.
 *
 * @param commandId tells a request that the bus carried twice from one that its client sent twice
 */
public record KeyedCommand(RequestKey key, UUID commandId) {}
