package io.likewire.cli.rest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, in capitals or small letters. This machine is asked directly in
 * any case.
 */
public final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 80;
    private final Map<String, String> variables;

    public EnvironmentProxy(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public List<Proxy> select(URI address) {
        String proxy = value(address.getScheme() + "_proxy");
        if (proxy.isEmpty() || isDirect(HostName.of(address).toLowerCase(Locale.ROOT), HostName.port(address))) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, at(proxy)));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // whoever asked is told
    }

    private static InetSocketAddress at(String proxy) {
        try {
            URI uri = new URI(proxy.contains("://") ? proxy : "http://" + proxy);
            String host = HostName.of(uri);
            if (host != null && "http".equalsIgnoreCase(uri.getScheme())) {
                return new InetSocketAddress(host, HostName.port(uri) < 0 ? USUAL_PORT : HostName.port(uri));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // no address, or no port
        }
        throw new ErrorResponse("HTTP_PROXY and HTTPS_PROXY are addresses like http://127.0.0.1:3128");
    }

    private boolean isDirect(String host, int port) {
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return here
                || Stream.of(value("no_proxy").toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .anyMatch(name -> matches(name, host, port));
    }

    /** A name stands for itself and all below it; {@code *} for everything. */
    private static boolean matches(String name, String host, int port) {
        String bare = name.replaceFirst("^\\*?\\.", "");
        boolean isNumber = host.equals("[" + name + "]");
        return name.equals("*")
                || isNumber
                || bare.equals(host)
                || bare.equals(host + ":" + port)
                || host.endsWith("." + bare);
    }

    private String value(String name) {
        String small = variables.getOrDefault(name, "");
        return small.isBlank() ? variables.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
    }
}
