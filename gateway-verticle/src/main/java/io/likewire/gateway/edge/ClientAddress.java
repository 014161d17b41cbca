package io.likewire.gateway.edge;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom limits count: an IPv4 address, or the /64 of an IPv6 one, since a household has that many to choose from. */
public final class ClientAddress {
    private static final HexFormat HEX = HexFormat.of();
    private static final int NETWORK_BYTES = 8;

    /** Null where there is no address. An IPv4 one that was written as an IPv6 one is an IPv4 one here. */
    private final InetAddress inet;

    private ClientAddress(InetAddress inet) {
        this.inet = inet;
    }

    /** The peer of the connection, whatever the headers say. */
    public static ClientAddress of(HttpServerRequest request) {
        return parse(request.connection().remoteAddress().hostAddress());
    }

    /** @param address in digits; an IPv4 address may be written as an IPv6 one */
    public static ClientAddress parse(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return new ClientAddress(bytes == null ? null : InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Expected 4 or 16 bytes, but there are " + bytes.length, e);
        }
    }

    /** Whether there is an address at all. */
    public boolean isKnown() {
        return inet != null;
    }

    public boolean isLoopback() {
        return inet != null && inet.isLoopbackAddress();
    }

    /** The same for all addresses that are limited together. */
    public String network() {
        return inet == null
                ? ""
                : HEX.formatHex(inet.getAddress(), 0, Math.min(inet.getAddress().length, NETWORK_BYTES));
    }

    /** In digits, for logs. */
    @Override
    public String toString() {
        return inet == null ? "unknown" : inet.getHostAddress();
    }

    int bits() {
        return inet == null ? 0 : inet.getAddress().length * Byte.SIZE;
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(inet, 0);
    }
}
