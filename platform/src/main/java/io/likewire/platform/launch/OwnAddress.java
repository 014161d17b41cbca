package io.likewire.platform.launch;

import io.likewire.platform.config.ConfigException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Of a name that several machines share, as the nodes of one service do in a container network, the address that is this
 * machine's.
 */
final class OwnAddress {
    private static final String NUMERIC = "[0-9.]+|.*:.*";

    private OwnAddress() {}

    /**
     * @param setting for the one line that the operator sees
     * @param host an address, which is taken as it is, or a name
     */
    static String of(String setting, String host) {
        if (isNumeric(host)) {
            return host;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(OwnAddress::isOwn)
                    .findFirst()
                    .map(InetAddress::getHostAddress)
                    .orElseThrow(
                            () -> new ConfigException(setting + ": '" + host + "' is the name of other machines only"));
        } catch (UnknownHostException e) {
            throw new ConfigException(setting + ": no address is known for '" + host + "'");
        }
    }

    static boolean isNumeric(String host) {
        return host.matches(NUMERIC);
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
