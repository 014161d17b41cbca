package io.likewire.gateway.resources.likes;

import io.likewire.gateway.lists.Ids;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Where the list of likes goes on. Opaque to clients; the first byte tells it from the cursors of other lists. */
final class LikedCursor {
    private static final byte LIKED = 'L';
    private static final int LENGTH = 1 + Long.BYTES;

    private LikedCursor() {}

    /** Null for null: there is no more. */
    static String print(Long afterId) {
        if (afterId == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(LENGTH).put(LIKED).putLong(afterId).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id, or {@link Ids#NONE}. */
    static long parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH || bytes.get() != LIKED) {
                return Ids.NONE;
            }
            return Math.max(bytes.getLong(), Ids.NONE);
        } catch (IllegalArgumentException e) {
            return Ids.NONE;
        }
    }
}
