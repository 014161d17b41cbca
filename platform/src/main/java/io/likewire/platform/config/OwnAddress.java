package io.likewire.platform.config;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/**
 * Of a name that several machines share, as the nodes of one service do in a container network, the address that is this
 * machine's.
 */
public final class OwnAddress {
    private OwnAddress() {}

    /** The one that a setting names; loopback where it is not set. */
    public static String from(Environment environment, String setting) {
        return of(setting, environment.text(setting, "127.0.0.1"));
    }

    /**
     * @param setting for the one line that the operator sees
     * @param host an address or a name
     */
    public static String of(String setting, String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isOwn(address)) {
                    return isNumeric(host) ? host : address.getHostAddress();
                }
            }
        } catch (UnknownHostException e) {
            throw new ConfigException(setting + ": no address is known for '" + host + "'");
        }
        throw new ConfigException(setting + ": '" + host + "' is no address of this machine"
                + (isNumeric(host) ? "" : ", but the name of others"));
    }

    public static boolean isNumeric(String host) {
        return host.matches(".*:.*|[0-9.]*");
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
