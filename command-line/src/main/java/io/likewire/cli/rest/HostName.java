package io.likewire.cli.rest;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts of addresses. Networks of containers have names with an underscore, in which Java's URIs and HTTP client see no host. */
public final class HostName {
    private static final Pattern UNDERSCORED = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*)((?::[0-9]{1,5})?)");

    private HostName() {}

    /** Null where there is none. */
    public static String of(URI address) {
        if (address.getHost() != null) {
            return address.getHost();
        }
        Matcher authority = authority(address);
        return authority.matches() ? authority.group(1) : null;
    }

    /** -1 where there is none. */
    static int port(URI address) {
        Matcher authority = authority(address);
        boolean isHidden = address.getHost() == null
                && authority.matches()
                && !authority.group(2).isEmpty();
        return isHidden ? Integer.parseInt(authority.group(2).substring(1)) : address.getPort();
    }

    /**
     * An address that the client can ask, with the number of the host where its name is none to it. Over TLS the name would
     * not be that of the certificate.
     *
     * @throws Unreachable when nobody knows the name
     */
    static URI reachable(URI address) {
        if (address.getHost() != null) {
            return address;
        }
        Matcher authority = authority(address);
        if (!authority.matches() || !"http".equals(address.getScheme())) {
            throw new ErrorResponse("A host name with an underscore can be asked over http only: " + address);
        }
        try {
            InetAddress host = InetAddress.getByName(authority.group(1));
            String number = host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
            return URI.create("http://" + number + authority.group(2) + address.getRawPath());
        } catch (UnknownHostException e) {
            throw Unreachable.unknown(address);
        }
    }

    private static Matcher authority(URI address) {
        String authority = address.getRawAuthority();
        return UNDERSCORED.matcher(authority == null ? "" : authority);
    }
}
