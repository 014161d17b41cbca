package io.likewire.system.compose;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The system as somebody has it who copied the repository and follows {@code docs/deployment.md}. */
final class Stack implements AutoCloseable {
    private static final String PROJECT = "likewire-it";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Engine engine;
    private final Path copy;

    private Stack(Engine engine, Path copy) {
        this.engine = engine;
        this.copy = copy;
    }

    static Stack in(Engine engine) {
        try {
            Path copy = Files.createTempDirectory("likewire-copy");
            String tar = "tar -C '" + ROOT
                    + "' --exclude=./.git --exclude=target --exclude='./deploy/secrets/?*' -c . | tar -x";
            engine.run(copy, "sh", "-c", tar);
            Files.createDirectories(copy.resolve("deploy/secrets"));
            // Ports from the kernel, beside whatever runs here.
            Files.writeString(
                    copy.resolve(".env"),
                    "HTTP_PORT=0\nBALANCER_PORT=0\nPROMETHEUS_PORT=0\nCOMPOSE_PROJECT_NAME=" + PROJECT);
            return new Stack(engine, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one command of the documentation. */
    Stack up() {
        engine.run(copy, "deploy/secrets.sh");
        compose("up", "--detach", "--build", "--wait");
        return this;
    }

    String compose(String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-f", "docker-compose.yml"));
        if (engine.isIsolated()) {
            command.addAll(List.of("-f", Engine.SCRIPTS.resolve("offline.yml").toString()));
        }
        command.addAll(List.of(words));
        return engine.run(copy, command.toArray(String[]::new));
    }

    URI published(String service, int port) {
        String address = compose("--profile", "*", "port", service, Integer.toString(port))
                .strip();
        return URI.create("http://" + address);
    }

    Rest visitors() {
        return Rest.at(published("gateway", 8080));
    }

    Rest admin() {
        JsonObject credentials = new JsonObject().put("username", "admin").put("password", secret("admin-password"));
        // Whoever comes while nodes start may be asked to come again.
        Reply login = await("a login")
                .until(() -> visitors().post("/api/auth/login", credentials), reply -> reply.status() == 200);
        return visitors().as(login.json().getString("accessToken"));
    }

    private String secret(String name) {
        try {
            return Files.readString(copy.resolve("deploy/secrets").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a container has said. */
    String log(String service) {
        return compose("--profile", "*", "logs", "--no-color", "--no-log-prefix", service);
    }

    /** What the engine still has of it: containers, volumes and networks. */
    String remains() {
        String label = "label=com.docker.compose.project=" + PROJECT;
        return engine.run(Engine.SCRIPTS, "docker", "ps", "-aq", "--filter", label)
                + engine.run(Engine.SCRIPTS, "docker", "volume", "ls", "-q", "--filter", label)
                + engine.run(Engine.SCRIPTS, "docker", "network", "ls", "-q", "--filter", label);
    }

    @Override
    public void close() {
        keepLogs();
        compose("--profile", "*", "down", "--volumes");
        engine.run(copy.getParent(), "rm", "-rf", copy.toString());
    }

    private void keepLogs() {
        try {
            Path logs = Files.createDirectories(Path.of("target", "compose-logs"));
            for (String service : compose("--profile", "*", "ps", "--services").split("\\s+")) {
                Files.writeString(logs.resolve(service + ".log"), log(service));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
