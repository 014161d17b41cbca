package io.likewire.platform.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The nodes to join, as numeric addresses: Hazelcast takes all addresses of a name for one and the same member, so a name that
 * the nodes of a service share must not reach it. A name that nobody has yet is left out: its nodes come later, and will
 * find this one.
 */
final class MemberAddresses {
    private MemberAddresses() {}

    /** @param members comma-separated {@code host:port} */
    static String of(String members) {
        return Arrays.stream(members.split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .flatMap(MemberAddresses::numeric)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Stream<String> numeric(String member) {
        int colon = member.lastIndexOf(':');
        String host = colon < 0 ? member : member.substring(0, colon);
        String port = colon < 0 ? "" : member.substring(colon);
        return OwnAddress.isNumeric(host) ? Stream.of(member) : addresses(host).map(address -> address + port);
    }

    private static Stream<String> addresses(String name) {
        try {
            return List.of(InetAddress.getAllByName(name)).stream()
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.contains(":") ? "[" + address + "]" : address);
        } catch (UnknownHostException nobodyYet) {
            return Stream.of();
        }
    }
}
