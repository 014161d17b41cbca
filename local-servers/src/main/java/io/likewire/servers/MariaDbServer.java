package io.likewire.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A MariaDB server process of our own, on the loopback interface, with its data in one directory. */
public final class MariaDbServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbServer.class);
    private static final String USER = "likewire";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final MariaDbBinaries binaries;
    private final ServerDirectory directory;
    private final int port;
    private final String password;
    private final List<String> options;
    private ServerProcess process;

    private MariaDbServer(MariaDbBinaries binaries, ServerDirectory directory, int port, List<String> options) {
        this.options = options;
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
        this.password = directory.password();
    }

    /**
     * Starts a server and waits until it accepts connections. The data directory is made at the first start; a server
     * that an earlier run left behind is ended first.
     *
     * @param port port to listen on, 0 for a free one
     * @throws ServerStartException with the reason in one line
     */
    public static MariaDbServer start(MariaDbBinaries binaries, Path directory, int port) {
        return start(binaries, directory, port, List.of());
    }

    /** @param options further ones of the server's command line */
    public static MariaDbServer start(MariaDbBinaries binaries, Path directory, int port, List<String> options) {
        ServerDirectory own = ServerDirectory.open(directory);
        try {
            ServerProcess.endStale(own.resolve("server.process"), STOP_PATIENCE);
            MariaDbServer server = new MariaDbServer(binaries, own, LoopbackPort.choose("MariaDB", port), options);
            server.install();
            server.launch();
            return server;
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void install() {
        try {
            if (!Files.exists(data())) {
                MariaDbDataDirectory.install(binaries, data());
            }
            ServerDirectory.writePrivate(directory.resolve("accounts.sql"), accounts());
        } catch (IOException e) {
            throw new ServerStartException("MariaDB could not make its data directory " + data() + " (" + e + ")", e);
        }
    }

    private String accounts() {
        return String.format(Locale.ROOT, """
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                """, USER, password);
    }

    private void launch() {
        Path log = directory.resolve("server.log");
        List<String> command = MariaDbOptions.serving(binaries, data(), port, directory.resolve("accounts.sql"));
        command.addAll(options);
        process =
                ServerProcess.start(command, Map.of(), log, directory.resolve("server.process"), "--datadir=" + data());
        boolean up = Waiting.until(START_PATIENCE, () -> !process.isAlive() || greets());
        if (!up || !process.isAlive()) {
            process.kill();
            throw new ServerStartException("MariaDB did not start in " + directory.path() + ": "
                    + (up ? MariaDbOptions.lastErrors(log) : "not ready after 60 s"));
        }
        LOG.debug("{} listens on port {}, process {}", binaries, port, pid());
    }

    private boolean greets() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(1_000);
            return socket.getInputStream().read() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code mysql://user:password@127.0.0.1:port/database}; the database need not exist. */
    public URI uri(String database) {
        return URI.create("mysql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + database);
    }

    /** Creates the database with the character set utf8mb4 unless it exists. */
    public void createDatabase(String name) {
        MySqlDatabases.create(uri(""), name);
    }

    /** Ends the server at once (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Stops the server's clock (SIGSTOP): connections stay open and nothing is answered. */
    public void pause() {
        process.pause();
    }

    /** Lets a paused server go on (SIGCONT). */
    public void resume() {
        process.resume();
    }

    /** Starts the server again with the same data, port and password; a running one is stopped first. */
    public void restart() {
        process.stop(STOP_PATIENCE);
        launch();
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Stops the server in good order; the data stay. */
    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
        directory.close();
    }
}
