package io.likewire.gateway.lists;

import io.likewire.contracts.products.EncodedProduct;
import io.vertx.core.buffer.Buffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Entity tags of our answers. */
public final class ETags {
    private ETags() {}

    /** Changes with the product and with its likes. */
    public static String of(EncodedProduct product) {
        return "\"" + product.version() + "-" + product.likesVersion() + "\"";
    }

    /** Two different checksums, both computed by the processor: 64 bits that nobody needs to trust. */
    static String of(Buffer json) {
        byte[] bytes = json.getBytes();
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        first.update(bytes);
        second.update(bytes);
        return "\"" + Long.toHexString(first.getValue() << 32 | second.getValue()) + "\"";
    }
}
