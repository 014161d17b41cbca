package io.likewire.gateway.edge;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom limits count: an IPv4 address, or the /64 of an IPv6 one, since a household has that many to choose from. */
public final class ClientAddress {
    private static final HexFormat HEX = HexFormat.of();
    private static final int NETWORK_BYTES = 8;
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private final byte[] bytes;

    private ClientAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The peer of the connection, whatever the headers say. */
    public static ClientAddress of(HttpServerRequest request) {
        return parse(request.connection().remoteAddress().hostAddress());
    }

    /** @param address in digits; an IPv4 address may be written as an IPv6 one */
    public static ClientAddress parse(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return new ClientAddress(new byte[0]);
        }
        boolean mapped = bytes.length == V6_BYTES && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return new ClientAddress(mapped ? Arrays.copyOfRange(bytes, MAPPED.length, V6_BYTES) : bytes);
    }

    /** Whether there is an address at all. */
    public boolean isKnown() {
        return bytes.length > 0;
    }

    public boolean isLoopback() {
        if (bytes.length == V4_BYTES) {
            return bytes[0] == 127;
        }
        return bytes.length == V6_BYTES && bytes[15] == 1 && isZero(15);
    }

    /** The same for all addresses that are limited together. */
    public String network() {
        return HEX.formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    /** In digits, for logs. */
    @Override
    public String toString() {
        return isKnown() ? inet().getHostAddress() : "unknown";
    }

    int bits() {
        return bytes.length * Byte.SIZE;
    }

    InetAddress inet() {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Expected 4 or 16 bytes, but there are " + bytes.length, e);
        }
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(inet(), 0);
    }

    private boolean isZero(int length) {
        return Arrays.equals(bytes, 0, length, new byte[length], 0, length);
    }
}
