package io.likewire.auth;

import io.likewire.auth.keys.KeyRotation;
import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;
import io.likewire.platform.launch.Service.Schema;

/** Runs auth-verticle as a node of the cluster, or adds a signing key to a file. */
public final class AuthMain {
    private static final Schema SCHEMA = new Schema("AUTH_MYSQL_URI", "db/auth");

    public static final Service SERVICE = new Service("auth", new DefaultPorts(9093, 5703), SCHEMA, environment -> {
        AuthConfig config = AuthConfig.from(environment);
        return node -> new AuthVerticle(config, node);
    });

    private AuthMain() {}

    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("--") && !args[0].equals("migrate")) {
            System.exit(KeyRotation.run(args));
        }
        Launcher.run(SERVICE, args);
    }
}
