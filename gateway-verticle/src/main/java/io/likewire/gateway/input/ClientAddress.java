package io.likewire.gateway.input;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom limits count: an IPv4 address, or the /64 of an IPv6 one, since a household has that many to choose from. */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;
    private final byte[] bytes;

    private ClientAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The peer of the connection, whatever the headers say. */
    public static ClientAddress of(HttpServerRequest request) {
        return parse(request.connection().remoteAddress().hostAddress());
    }

    /** @param address in digits */
    public static ClientAddress parse(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return new ClientAddress(bytes == null ? new byte[0] : bytes);
    }

    public boolean isLoopback() {
        if (bytes.length == 4) {
            return bytes[0] == 127;
        }
        return bytes.length == 16 && bytes[15] == 1 && isZero(15);
    }

    /** The same for all addresses that are limited together. */
    public String network() {
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    private boolean isZero(int length) {
        return Arrays.equals(bytes, 0, length, new byte[length], 0, length);
    }
}
