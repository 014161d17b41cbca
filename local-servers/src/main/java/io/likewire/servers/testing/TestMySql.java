package io.likewire.servers.testing;

import io.likewire.servers.MySqlDatabases;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The database server that the tests of this JVM share; who wants to end or freeze a server starts an own one. */
public final class TestMySql {
    private final URI server;
    private final boolean ours;
    private final String run = Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
    private final AtomicInteger databases = new AtomicInteger();

    TestMySql(URI server, boolean ours) {
        this.server = server;
        this.ours = ours;
    }

    /** {@code mysql://user:password@host:port/database} of a new, empty database. */
    public String freshDatabase(String prefix) {
        String name = prefix + "_" + run + "_" + databases.incrementAndGet();
        MySqlDatabases.create(server, name);
        if (!ours) {
            TestDirectory.atExit(() -> MySqlDatabases.drop(server, name));
        }
        return server.resolve("/" + name).toString();
    }
}
