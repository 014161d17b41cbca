package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.MariaDbServer;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of its own for each service, and one of them is away. */
@Tag("full")
class DatabaseOutageIT {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageIT.class);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final JsonObject DRAFT =
            new JsonObject().put("title", "Pear").put("image", "/pear.png");
    private final Stage stage = Stage.whole();
    private final MariaDbServer productsServer = stage.productsServer();
    private final MariaDbServer likesServer = stage.likesServer();
    private final Cluster cluster = stage.cluster();
    private final Rest rest = cluster.rest();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutTheLikesDatabaseLikesAreRefusedAndProductsGoOn(boolean frozen) {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);

        leaves(likesServer, frozen);
        isUnavailable("first like", () -> rest.newVisitor().like(id));
        isUnavailable("next like", () -> rest.newVisitor().like(id));
        productsGoOn(id);

        comesBack(likesServer, frozen);
        likesAreAcceptedAgain(id);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutTheProductsDatabaseProductsAreRefusedAndLikesGoOn(boolean frozen) {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);

        leaves(productsServer, frozen);
        isUnavailable("one", () -> rest.get("/api/products/" + id));
        isUnavailable("list", () -> rest.get("/api/products"));
        isUnavailable("update", () -> rest.put("/api/products/" + id, DRAFT));
        assertThat(rest.newVisitor().like(id).status()).isEqualTo(200);

        comesBack(productsServer, frozen);
        productsAreServedAgain(id);
    }

    private static void leaves(MariaDbServer server, boolean frozen) {
        if (frozen) {
            server.pause();
        } else {
            server.kill();
        }
    }

    private static void comesBack(MariaDbServer server, boolean frozen) {
        if (frozen) {
            server.resume();
        } else {
            server.restart();
        }
    }

    private void productsGoOn(long id) {
        assertThat(rest.get("/api/products").status()).isEqualTo(200);
        assertThat(rest.put("/api/products/" + id, DRAFT).status()).isEqualTo(202);
        assertThat(rest.product(id).getString("title")).isEqualTo("Pear");
    }

    private void likesAreAcceptedAgain(long id) {
        await("likes").until(() -> rest.newVisitor().like(id).status() == 200);
        await("exact counts")
                .until(() -> rest.projectedLikes(id)
                        == cluster.likesDatabase().likers(id).size());
        assertThat(rest.trueLikes(id).getLong("likes"))
                .isEqualTo(cluster.likesDatabase().likers(id).size());
    }

    private void productsAreServedAgain(long id) {
        await("products").until(() -> rest.get("/api/products/" + id).status() == 200);
        await("changes").until(() -> rest.put("/api/products/" + id, DRAFT).status() == 202);
        await("both likes").until(() -> rest.projectedLikes(id) == 2);
    }

    private static void isUnavailable(String when, Supplier<Reply> request) {
        long start = System.nanoTime();
        Reply reply = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("{}: {} after {} ms", when, reply.status(), took.toMillis());
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.header("retry-after")).isNotNull();
        assertThat(took).isLessThan(SOON);
    }
}
