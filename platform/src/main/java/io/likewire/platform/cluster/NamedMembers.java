package io.likewire.platform.cluster;

import com.hazelcast.config.TcpIpConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Members by name: a name stands for all the addresses it has at the moment somebody looks for members, as that of a
 * headless service does. Hazelcast itself takes the addresses of one name for one member.
 */
public final class NamedMembers extends TcpIpConfig {
    /** Who knows names. */
    interface Names {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    private final Names names;

    public NamedMembers(TcpIpConfig written) {
        this(written, InetAddress::getAllByName);
    }

    NamedMembers(TcpIpConfig written, Names names) {
        this.names = names;
        setMembers(written.getMembers());
        setConnectionTimeoutSeconds(written.getConnectionTimeoutSeconds());
        setEnabled(written.isEnabled());
    }

    /** Asked anew each time: nodes come and go. */
    @Override
    public List<String> getMembers() {
        return super.getMembers().stream().flatMap(this::addresses).distinct().toList();
    }

    private Stream<String> addresses(String member) {
        int colon = member.lastIndexOf(':');
        String host = colon < 0 ? member : member.substring(0, colon);
        if (host.matches("[0-9.*-]+|.*:.*")) {
            return Stream.of(member);
        }
        String port = member.substring(host.length());
        try {
            return Stream.of(names.addresses(host)).map(address -> text(address) + port);
        } catch (UnknownHostException nobodyThere) {
            return Stream.empty();
        }
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
    }
}
