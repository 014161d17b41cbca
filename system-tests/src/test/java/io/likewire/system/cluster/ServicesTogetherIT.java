package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServicesTogetherIT {
    private final Cluster cluster = Stage.whole().cluster();
    private final Rest rest = cluster.rest();

    @Test
    void likesComeBackToTheProductThroughTheBroker() {
        long apple = rest.create("Apple");
        assertThat(rest.product(apple).getLong("likes")).isZero();

        Reply liked = rest.newVisitor().like(apple);
        rest.newVisitor().like(apple);

        assertThat(liked.status()).isEqualTo(200);
        assertThat(liked.json().getString("message")).isEqualTo("success");
        assertThat(liked.json().getLong("likes")).isEqualTo(1);
        await("both likes").until(() -> rest.projectedLikes(apple) == 2);
        assertThat(rest.product(apple).getLong("likesVersion"))
                .isEqualTo(rest.trueLikes(apple).getLong("version"));
    }

    @Test
    void secondLikeOfAVisitorIsRefused() {
        long pear = rest.create("Pear");
        Visitor visitor = rest.newVisitor();
        visitor.like(pear);

        Reply again = visitor.like(pear);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.header("content-type")).startsWith("application/problem+json");
        assertThat(again.json().getString("message")).isEqualTo("You already liked this product");
        assertThat(again.json().getLong("likes")).isEqualTo(1);
    }

    @Test
    void likeCanBeTakenBackAndGivenAgain() {
        long plum = rest.create("Plum");
        Visitor visitor = rest.newVisitor();
        visitor.like(plum);
        await("the like").until(() -> rest.projectedLikes(plum) == 1);

        assertThat(visitor.unlike(plum).json().getLong("likes")).isZero();
        assertThat(visitor.unlike(plum).status()).isEqualTo(200);
        await("no like").until(() -> rest.projectedLikes(plum) == 0);

        assertThat(visitor.like(plum).status()).isEqualTo(200);
        await("the like again").until(() -> rest.projectedLikes(plum) == 1);
    }

    @Test
    void queryTellsTheCountsAndWhatTheCallerLikes() {
        long fig = rest.create("Fig");
        long date = rest.create("Date");
        Visitor visitor = rest.newVisitor();
        visitor.like(fig);
        rest.newVisitor().like(fig);
        rest.newVisitor().like(date);

        Reply reply = visitor.rest()
                .post(
                        "/api/likes/query",
                        new JsonObject()
                                .put("productIds", new JsonArray().add(date).add(fig)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getJsonArray("likes").stream().map(JsonObject.class::cast))
                .extracting(
                        like -> like.getLong("productId"),
                        like -> like.getLong("likes"),
                        like -> like.getBoolean("liked"))
                .containsExactlyInAnyOrder(tuple(fig, 2L, true), tuple(date, 1L, false));
    }

    @Test
    void productIsChangedAndDeletedAndThenNobodyLikesIt() {
        long lime = rest.create("Lime");
        rest.newVisitor().like(lime);
        JsonObject lemon = new JsonObject().put("title", "Lemon").put("image", "/lemon.png");

        assertThat(rest.put("/api/products/" + lime, lemon).status()).isEqualTo(202);
        assertThat(rest.product(lime).getString("title")).isEqualTo("Lemon");
        assertThat(rest.delete("/api/products/" + lime).status()).isEqualTo(204);

        assertThat(rest.get("/api/products/" + lime).status()).isEqualTo(404);
        await("the likes side knows").until(() -> rest.newVisitor().like(lime).status() == 404);
    }

    @Test
    void likeOfAProductThatIsNotThereIsNotFound() {
        assertThat(rest.newVisitor().like(4_000_000_000L).status()).isEqualTo(404);
    }

    @Test
    void everyProcessTellsItsHealthAndItsMetrics() {
        for (Node node : cluster.nodes()) {
            assertThat(node.management().get("/health/live").status()).isEqualTo(200);
            assertThat(node.management().get("/health/ready").json().getString("status"))
                    .isEqualTo("up");
            assertThat(node.metric("vertx_eventbus_handlers")).isPositive();
        }
        assertThat(rest.get("/api/health").json().getString("status")).isEqualTo("up");
    }

    @Tag("full")
    @Test
    void dataStayWhenAllServicesAreStartedAgain() {
        long kiwi = rest.create("Kiwi");
        Visitor visitor = rest.newVisitor();
        visitor.like(kiwi);
        await("the like").until(() -> rest.projectedLikes(kiwi) == 1);

        cluster.restart();
        cluster.awaitReady();

        assertThat(rest.product(kiwi).getString("title")).isEqualTo("Kiwi");
        assertThat(rest.projectedLikes(kiwi)).isEqualTo(1);
        assertThat(visitor.like(kiwi).status()).isEqualTo(400);
        assertThat(visitor.unlike(kiwi).json().getLong("likes")).isZero();
    }
}
