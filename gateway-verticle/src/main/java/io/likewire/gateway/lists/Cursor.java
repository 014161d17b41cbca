package io.likewire.gateway.lists;

import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where a list goes on, as text that means nothing to clients: a form, the order, the id, the key, and a checksum that
 * covers the search too. It guards against mistakes, not against malice: every position is public.
 */
final class Cursor {
    private static final byte FORM = 1;
    private static final int HEAD = 2 + Long.BYTES;

    private Cursor() {}

    static String print(ProductPosition position, ProductSort sort, SearchText search) {
        byte[] key = position.key().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + key.length + Integer.BYTES)
                .put(FORM)
                .put((byte) sort.ordinal())
                .putLong(position.id())
                .put(key);
        bytes.putInt(checksum(bytes.array(), bytes.position(), search));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Null for anything but what {@link #print} made for this order and search. */
    static ProductPosition parse(String text, ProductSort sort, SearchText search) {
        byte[] bytes = decode(text);
        int end = bytes.length - Integer.BYTES;
        if (end < HEAD || bytes[0] != FORM || bytes[1] != sort.ordinal()) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        String key = new String(bytes, HEAD, end - HEAD, StandardCharsets.UTF_8);
        ProductPosition position = new ProductPosition(key, buffer.getLong(2));
        boolean ours = buffer.getInt(end) == checksum(bytes, end, search);
        return ours && position.id() > 0 && sort.understands(key) ? position : null;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException foreign) {
            return new byte[0];
        }
    }

    private static int checksum(byte[] bytes, int length, SearchText search) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        if (search != null) {
            checksum.update(search.text().getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }
}
