package io.likewire.gateway.rest;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Where a list goes on. Opaque to clients: the first byte says which form the rest has. */
final class Cursor {
    static final long INVALID = -1;
    private static final byte AFTER_ID = 1;
    private static final int LENGTH = 1 + Long.BYTES;

    private Cursor() {}

    static String print(long afterId) {
        byte[] bytes =
                ByteBuffer.allocate(LENGTH).put(AFTER_ID).putLong(afterId).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id, or {@link #INVALID}. */
    static long parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH || bytes.get() != AFTER_ID) {
                return INVALID;
            }
            long afterId = bytes.getLong();
            return afterId > 0 ? afterId : INVALID;
        } catch (IllegalArgumentException e) {
            return INVALID;
        }
    }
}
