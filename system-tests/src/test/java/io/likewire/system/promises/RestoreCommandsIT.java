package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.BinaryLog;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.DatabaseShell;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Runbook;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Views;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runbook tells to type, typed: a dump, an accident, and the dump with the binary log on top. */
@Tag("full")
class RestoreCommandsIT {
    private static final Runbook PAGE = Runbook.page("restore-a-database.md");
    private static final String RIGHTS = "`SELECT`, `RELOAD`, `BINLOG MONITOR` and `LOCK TABLES`";
    private static final List<Service> SERVICES = List.of(Service.PRODUCTS, Service.LIKES);

    @TempDir
    private Path folder;

    private MariaDbServer server;
    private Cluster cluster;
    private DatabaseShell administrator;
    private DatabaseShell backup;

    @BeforeEach
    void start() {
        Program.need("bash", "gzip", "mariadb", "mariadb-dump", "mariadb-binlog");
        Assumptions.assumeTrue(System.getenv("LIKEWIRE_TEST_MYSQLD") == null, "the commands are those of MariaDB");
        server = TestServers.newMariaDb(new BinaryLog(folder).option());
        server.createDatabase("products");
        server.createDatabase("likes");
        URI uri = server.uri("");
        String[] account = uri.getUserInfo().split(":", 2);
        administrator = DatabaseShell.of(folder, uri, account[0], account[1]);
        assertThat(PAGE.text()).contains(RIGHTS);
        administrator.run("mariadb -e \"CREATE USER backup@127.0.0.1 IDENTIFIED BY 'tulips-4711';"
                + " GRANT SELECT, RELOAD, BINLOG MONITOR, LOCK TABLES ON *.* TO backup@127.0.0.1\"");
        backup = DatabaseShell.of(folder, uri, "backup", "tulips-4711");
        cluster = Cluster.start(
                server.uri("products").toString(),
                server.uri("likes").toString(),
                TestServers.broker().freshUri(),
                List.of());
    }

    @AfterEach
    void end() {
        if (cluster != null) {
            cluster.close();
        }
        if (server != null) {
            server.kill();
        }
    }

    @Test
    void dumpAndBinaryLogBringEveryRowBackAsItWasBeforeTheAccident() throws Exception {
        List<Long> products = Stream.of("Tea", "Grüner Tee", "It's \\ \"coffee\"")
                .map(cluster.rest()::create)
                .toList();
        products.forEach(this::like);
        SERVICES.forEach(service -> backup.run(own(PAGE.command("mariadb-dump"), service)));

        products.forEach(this::like);
        administrator.run("mariadb -e 'FLUSH BINARY LOGS'");
        cluster.rest().delete("/api/products/" + products.get(0));
        long later = cluster.rest().create("Later");
        JsonObject draft = new JsonObject().put("title", "Renamed").put("image", "/renamed.png");
        cluster.rest().put("/api/products/" + products.get(1), draft);
        IntStream.range(0, 20).forEach(i -> like(later));
        await("the same count everywhere")
                .until(() -> cluster.likesDatabase().rows(products.get(0)) == 0
                        && cluster.likesDatabase().outbox()
                                        + cluster.productsDatabase().outbox()
                                == 0
                        && agree(products.subList(1, 3))
                        && agree(List.of(later)));
        List<String> before = rows();

        String accident = BinaryLog.nextSecond();
        cluster.likesDatabase().change("DELETE FROM likes");
        cluster.productsDatabase().change("UPDATE products SET title = 'oops'");
        cluster.productsDatabase().change("DELETE FROM products WHERE id = ?", later);
        SERVICES.forEach(service -> cluster.node(service).process().terminate());
        assertThat(rows()).isNotEqualTo(before);
        for (Service service : SERVICES) {
            administrator.run(own(PAGE.command("mariadb -e 'DROP DATABASE"), service));
            administrator.run(own(PAGE.command("zcat"), service));
            String dump = administrator.run("zcat " + database(service) + ".sql.gz | sed -n 1,60p");
            String replay = own(PAGE.command("mariadb-binlog"), service);
            administrator.run(new BinaryLog(folder).completed(replay, dump, accident));
        }

        assertThat(rows()).isEqualTo(before);
        SERVICES.forEach(service -> cluster.node(service).restart());
        cluster.awaitAnswers();
        // likes-verticle may have counted what the accident left, and told it before it ended: that is overtaken
        await("the count of before").until(() -> cluster.rest().projectedLikes(later) == 20);
        like(later);
        await("one more like").until(() -> agree(List.of(later)));
    }

    /** The page tells it for likes. */
    private static String own(String command, Service service) {
        return command.replaceAll("\\blikes\\b", database(service));
    }

    private static String database(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    private List<String> rows() {
        return Stream.concat(
                        cluster.likesDatabase().dump(0, Long.MAX_VALUE).stream(),
                        cluster.productsDatabase().dump(0, Long.MAX_VALUE).stream())
                .toList();
    }

    private boolean agree(List<Long> products) {
        return Views.of(cluster, List.of(), products).stream().allMatch(Views::agree);
    }

    private void like(long product) {
        await("like").until(() -> cluster.rest().newVisitor().like(product).status() == 200);
    }
}
