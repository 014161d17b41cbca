package io.likewire.platform.management;

import io.likewire.platform.config.Environment;
import io.likewire.platform.config.OwnAddress;

/**
 * Where metrics, health and operations of this process are served: loopback unless told otherwise.
 *
 * @param host an address or a name for it, as in the settings
 */
public record ManagementOptions(String host, int port) {
    public static ManagementOptions from(Environment environment, int defaultPort) {
        String host = environment.text("MANAGEMENT_HOST", "127.0.0.1");
        OwnAddress.of("MANAGEMENT_HOST", host);
        return new ManagementOptions(host, environment.port("MANAGEMENT_PORT", defaultPort));
    }
}
