package io.likewire.platform.management;

import io.likewire.platform.config.Environment;

/** Where metrics, health and operations of this process are served: loopback unless told otherwise. */
public record ManagementOptions(String host, int port) {
    public static ManagementOptions from(Environment environment, int defaultPort) {
        return new ManagementOptions(
                environment.text("MANAGEMENT_HOST", "127.0.0.1"), environment.port("MANAGEMENT_PORT", defaultPort));
    }
}
