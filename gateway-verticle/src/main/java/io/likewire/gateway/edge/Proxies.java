package io.likewire.gateway.edge;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds out who asks. {@code X-Forwarded-For} grows to the right: each proxy adds whom it speaks with. So it is read from the
 * right, as long as whoever wrote an entry is a proxy that the operator named; what stands further left anybody may have made
 * up.
 */
public final class Proxies {
    private static final String SETTING = "TRUSTED_PROXIES";
    private static final int LONGEST_PREFIX = 3;
    private final List<IpSubnetFilterRule> trusted;

    private Proxies(List<IpSubnetFilterRule> trusted) {
        this.trusted = trusted;
    }

    public static Proxies from(Environment environment) {
        return new Proxies(Stream.of(environment.text(SETTING, "").split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Proxies::rule)
                .toList());
    }

    private static IpSubnetFilterRule rule(String network) {
        try {
            int slash = network.indexOf('/');
            ClientAddress address = ClientAddress.parse(slash < 0 ? network : network.substring(0, slash));
            String prefix = slash < 0 ? Integer.toString(address.bits()) : network.substring(slash + 1);
            if (address.isKnown() && prefix.length() <= LONGEST_PREFIX) {
                return new IpSubnetFilterRule(address.toString(), Integer.parseInt(prefix), IpFilterRuleType.ACCEPT);
            }
        } catch (IllegalArgumentException e) {
            // the sentence below says it
        }
        throw new ConfigException(SETTING
                + ": expected addresses or networks such as 10.0.0.0/8,2001:db8::/32, but got '" + network + "'");
    }

    /** Whether a proxy that the operator named says that the caller speaks TLS with it. */
    public boolean saysHttps(HttpServerRequest request) {
        return "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && trusts(ClientAddress.of(request));
    }

    /**
     * The address that a caller has for this site, without a slash at its end, as {@code https://shop.example}; empty for a caller
     * that names no host.
     */
    public String siteAddress(HttpServerRequest request) {
        if (request.authority() == null) {
            return "";
        }
        String scheme = request.connection().isSsl() || saysHttps(request) ? "https" : "http";
        return scheme + "://" + request.authority();
    }

    /** Whose request it is, as far as can be known. */
    public ClientAddress client(HttpServerRequest request) {
        ClientAddress peer = ClientAddress.of(request);
        if (trusted.isEmpty() || !trusts(peer)) {
            return peer;
        }
        String chain = String.join(",", request.headers().getAll("X-Forwarded-For"));
        ClientAddress nearest = peer;
        for (int end = chain.length(); end > 0 && trusts(nearest); ) {
            int comma = chain.lastIndexOf(',', end - 1);
            ClientAddress hop = ClientAddress.parse(
                    withoutPort(chain.substring(comma + 1, end).strip()));
            if (!hop.isKnown()) {
                return nearest;
            }
            nearest = hop;
            end = comma;
        }
        return nearest;
    }

    private boolean trusts(ClientAddress address) {
        return address.isKnown() && trusted.stream().anyMatch(rule -> rule.matches(address.socketAddress()));
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
