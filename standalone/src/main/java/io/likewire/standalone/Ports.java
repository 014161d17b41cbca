package io.likewire.standalone;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.OwnAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/** The public ports, tried before anything is unpacked or started. */
final class Ports {
    static final int HTTP_DEFAULT = 8080;
    static final int MANAGEMENT_DEFAULT = 9090;

    private Ports() {}

    static void requireFree(Environment environment) {
        requireFree(environment, "HTTP_PORT", HTTP_DEFAULT, "HTTP_HOST");
        requireFree(environment, "MANAGEMENT_PORT", MANAGEMENT_DEFAULT, "MANAGEMENT_HOST");
    }

    private static void requireFree(Environment environment, String name, int otherwise, String hostName) {
        int port = environment.port(name, otherwise);
        String host = OwnAddress.from(environment, hostName);
        // Bound and not listening: whoever connects meanwhile is refused rather than cut off.
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new ConfigException(String.format(
                    Locale.ROOT,
                    "%s: can't listen on %s:%d: %s; try %1$s=%5$d ./run",
                    name,
                    host,
                    port,
                    e.getMessage(),
                    port + 1));
        }
    }
}
