package io.likewire.platform.database;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** UUIDs as BINARY(16). */
public final class Uuids {
    private Uuids() {}

    public static Buffer bytes(UUID id) {
        return Buffer.buffer(16).appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits());
    }

    public static UUID uuid(Buffer bytes) {
        return new UUID(bytes.getLong(0), bytes.getLong(8));
    }
}
