package io.likewire.system.standalone;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.JarProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A whole system, and an administrator who works on it from the command line. */
final class ToolSystem implements AutoCloseable {
    private final StandaloneProcess system;
    private final URI broker = TestServers.broker().freshUri();

    ToolSystem(String name) {
        system = StandaloneProcess.create(name);
    }

    /** Completes when the administrator is logged in. */
    Tool start(Path home) {
        String keys = home.resolve("auth.pem").toString();
        JarProcess.run("auth-verticle", "rotate-key", keys);
        JarProcess.run("auth-verticle", "rotate-key", keys);
        String port = Integer.toString(LoopbackPort.findFree());
        system.start(Map.of(
                "AMQP_URI",
                broker.toString(),
                "AUTH_KEY_FILE",
                keys,
                "MANAGEMENT_PORT",
                port,
                "ADMIN_USER",
                AccountSettings.ADMIN,
                "ADMIN_PASSWORD",
                AccountSettings.PASSWORD));
        Tool tool = new Tool(home, system.address(), URI.create("http://127.0.0.1:" + port));
        await("the gateway knows the keys").untilAsserted(() -> {
            assertThat(tool.runWith(AccountSettings.PASSWORD + "\n", "login", AccountSettings.ADMIN)
                            .out())
                    .isEqualToIgnoringNewLines("Signed in as head.");
            assertThat(tool.run("users", "list").exit()).isZero();
        });
        return tool;
    }

    URI broker() {
        return broker;
    }

    @Override
    public void close() {
        system.close();
    }
}
