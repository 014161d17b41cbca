package io.likewire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHostNode;

/** Apache Qpid as an object: what {@link EmbeddedBroker} needs of its model. */
final class QpidBroker {
    private final SystemLauncher launcher = new SystemLauncher(new DefaultSystemLauncherListener() {
        @Override
        public void onContainerResolve(final SystemConfig<?> system) {
            broker = system.getContainer();
        }
    });
    private volatile ConfiguredObject<?> broker;

    /** Starts without virtual hosts and without a port. */
    void start(final Path work, final String password) {
        // RabbitMQ's x-* arguments and alternate-exchange would otherwise close the connection.
        System.setProperty("queue.behaviourOnUnknownDeclareArgument", "IGNORE");
        System.setProperty("exchange.behaviourOnUnknownDeclareArgument", "IGNORE");
        System.setProperty("derby.stream.error.file", work.resolve("derby.log").toString());
        final Map<String, Object> attributes = Map.of(
                ConfiguredObject.TYPE,
                "Memory",
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                resource("broker.json").toString(),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                ConfiguredObject.CONTEXT,
                Map.of("qpid.work_dir", work.toString(), "likewire.password", password));
        try {
            launcher.startup(attributes);
        } catch (final Exception e) {
            throw new ServerStartException("The AMQP broker did not start in %s (%s)".formatted(work, e), e);
        }
        if (broker == null || broker.getState() != State.ACTIVE) {
            stop();
            throw new ServerStartException("The AMQP broker did not start in " + work + ": see its log");
        }
    }

    /** Adds a virtual host with its store in the directory; a new one gets the topology that clients expect. */
    void addVirtualHost(final String name, final Path store) {
        final ConfiguredObject<?> node = broker.createChild(
                VirtualHostNode.class,
                Map.of(
                        ConfiguredObject.NAME,
                        name,
                        ConfiguredObject.TYPE,
                        "DERBY",
                        "storePath",
                        store.toString(),
                        VirtualHostNode.VIRTUALHOST_INITIAL_CONFIGURATION,
                        text("virtualhost.json")));
        final var host = ((VirtualHostNode<?>) node).getVirtualHost();
        if (host == null || host.getState() != State.ACTIVE) {
            throw new ServerStartException(
                    "The AMQP broker cannot open %s: move that directory away to start empty".formatted(store));
        }
    }

    void listen(final int port) {
        final ConfiguredObject<?> child = broker.createChild(
                Port.class,
                Map.of(
                        ConfiguredObject.NAME,
                        "AMQP",
                        ConfiguredObject.TYPE,
                        "AMQP",
                        "port",
                        port,
                        "bindingAddress",
                        "127.0.0.1",
                        "protocols",
                        List.of("AMQP_0_9_1"),
                        "authenticationProvider",
                        "accounts"));
        if (child.getState() != State.ACTIVE) {
            throw new ServerStartException("The AMQP broker cannot listen on port " + port);
        }
    }

    void stop() {
        launcher.shutdown();
    }

    private static URL resource(final String name) {
        return Objects.requireNonNull(QpidBroker.class.getResource(name), name);
    }

    private static String text(final String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
