package io.likewire.auth;

import io.likewire.auth.administrator.FirstAdministrator.Wanted;
import io.likewire.auth.keys.KeyFile;
import io.likewire.auth.keys.KeyRotation;
import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.likewire.servers.StaleProcesses;
import io.likewire.servers.testing.LeastRights;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** auth-verticle on a database of its own, and a client of it. */
final class RunningAuth implements AutoCloseable {
    static final String PASSWORD = "tulips-in-march-4711";
    private static final Duration READ_KEYS_EVERY = Duration.ofMillis(100);
    private static final String KEY = makeKey();
    final Vertx vertx = Vertx.vertx();
    final AuthClient client = new AuthClient(vertx);
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final Path directory = newDirectory();
    final Path keys = directory.resolve("auth.pem");
    int management;
    private final LeastRights rights = LeastRights.in("auth");

    RunningAuth() {
        this(0);
    }

    /** @param known the highest number of an account that likes something */
    RunningAuth(long known) {
        vertx.eventBus().consumer(Addresses.LIKES, question -> question.reply(new JsonObject().put("number", known)));
        try {
            Files.writeString(keys, KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(vertx, keys);
    }

    private static String makeKey() {
        try {
            Path directory = newDirectory();
            KeyRotation.rotate(directory.resolve("auth.pem"));
            String key = Files.readString(directory.resolve("auth.pem"));
            StaleProcesses.remove(directory);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("auth");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node more. */
    void start(Vertx on, Path keyFile) {
        start(on, keyFile, new Wanted("head", Optional.of(PASSWORD), Optional.empty(), false));
    }

    /** A node more, which wants another first administrator. */
    void start(Vertx on, Path keyFile, Wanted administrator) {
        AuthConfig config = new AuthConfig(options(), new KeyFile(keyFile), READ_KEYS_EVERY, 300, administrator);
        Router operations = Router.router(on);
        Node node = new Node(new Health(on, "auth"), metrics, Tracing.off(), operations);
        on.deployVerticle(new AuthVerticle(config, node)).await();
        management = on.createHttpServer()
                .requestHandler(operations)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    /** Ids of the sessions that have ended. */
    Set<String> withdrawn() {
        return client.trust(call()).await().withdrawals().sessions().keySet();
    }

    private DatabaseOptions options() {
        return new DatabaseOptions(
                "AUTH_MYSQL_URI", rights.service(), "AUTH_MYSQL_MIGRATIONS_URI", rights.migrations());
    }

    Pool pool() {
        return new Database(vertx, options()).pool("test", 1);
    }

    void sql(String statement) {
        Pool pool = pool();
        pool.query(statement).execute().await();
        pool.close().await();
    }

    static Call call() {
        return Call.command(Duration.ofSeconds(20));
    }

    static Credentials who(String username, String password) {
        return Credentials.parse(new JsonObject().put("username", username).put("password", password));
    }

    Session login(String username, String password) {
        return client.login(who(username, password), null, call()).await();
    }

    /** A counter, which names its labels and their values after its name. */
    long count(String name, String... labels) {
        return (long) metrics.get(name).tags(labels).counter().count();
    }

    void register(String username) {
        client.register(who(username, PASSWORD), call()).await();
    }

    @Override
    public void close() {
        vertx.close().await();
        StaleProcesses.remove(directory);
    }
}
