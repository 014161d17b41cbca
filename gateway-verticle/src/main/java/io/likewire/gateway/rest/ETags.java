package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.gateway.input.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Entity tags, and what requests ask of them. */
final class ETags {
    private ETags() {}

    /** Changes with the product and with its likes. */
    static String of(EncodedProduct product) {
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

    /** Whether If-None-Match names this tag. A weak tag counts too, as the standard has it. */
    static boolean known(HttpServerRequest request, String tag) {
        String header = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return false;
        }
        if (header.equals(tag) || header.equals("*")) {
            return true;
        }
        for (String candidate : header.split(",")) {
            String stripped = candidate.strip();
            if (stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    /** The version that If-Match demands: of several tags the first; null when any will do. */
    static Long expectedVersion(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.equals("*")) {
            return null;
        }
        String tag = header.split(",", 2)[0].strip();
        int dash = tag.indexOf('-');
        if (tag.length() < 3 || dash < 0 || tag.charAt(0) != '"' || !tag.endsWith("\"")) {
            throw unknownTag();
        }
        long version = Ids.parse(tag.substring(1, dash), 0);
        if (version == Ids.NONE) {
            throw unknownTag();
        }
        return version;
    }

    private static Refusal unknownTag() {
        return new Refusal(ProblemType.PRECONDITION_FAILED, "If-Match names no version of this product");
    }
}
