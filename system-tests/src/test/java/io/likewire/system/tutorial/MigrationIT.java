package io.likewire.system.tutorial;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Node;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runbook "Leave the tutorial's services", rehearsed under load. */
@Tag("full")
class MigrationIT {
    private static final int SOME = 40;
    private final Rest rest = Bridged.cluster().rest();

    @AutoClose
    private Node bridge;

    @Test
    void fromTheirLikesServiceToOursAndBackNoLikeIsLost() {
        bridge = Bridged.bridgeTo("likes");
        long tea = rest.create("Tea");
        Supplier<Reply> ours = () -> rest.newVisitor().like(tea);
        try (Counterpart python =
                Counterpart.start("tutorial_likes.py", Bridged.cluster().broker())) {
            Supplier<Reply> theirs = () -> python.rest().post("/api/products/" + tea + "/like", null);
            Liking liking = new Liking(theirs);
            try (liking) {
                liking.awaitMore(SOME);
                liking.at(ours);
                python.kill();
                liking.awaitMore(SOME);
                python.start();
                liking.at(theirs);
                liking.awaitMore(SOME);
                liking.at(ours);
                liking.awaitMore(SOME);
            }
            await("all likes").until(() -> likes(tea) >= liking.accepted());
            assertThat(likes(tea)).isBetween((long) liking.accepted(), (long) liking.accepted() + liking.unknown());
            await("the products side").until(() -> rest.projectedLikes(tea) == likes(tea));
        }
    }

    @Test
    void likesOfBothSidesBeforeBetweenAndAfterTakeOversAddUp() throws Exception {
        URI broker = Bridged.cluster().broker();
        try (Counterpart products = Counterpart.start("tutorial_products.py", broker);
                Counterpart likes = Counterpart.start("tutorial_likes.py", broker)) {
            long tea = tea(products);
            await("it there")
                    .until(() -> likes.rest().get("/api/products").array().size() == 1);
            likeThere(likes, tea, 150);
            await("their likes").until(() -> told(products) == 150);
            bridge = Bridged.bridgeTo("products");

            for (int again = 0; again < 2; again++) {
                assertThat(imported(products.rest().get("/api/products").array()))
                        .isEqualTo(report(tea, 150, 0));
            }
            assertThat(likes(tea)).isEqualTo(150);
            for (int round = 1; round <= 2; round++) {
                likeHere(tea, 7);
                likeThere(likes, tea, 5);
                int sum = 150 + 12 * round;
                await("both").until(() -> told(products) == sum);
                assertThat(imported(products.rest().get("/api/products").array()))
                        .isEqualTo(report(tea, 150 + 5 * round, 7 * round));
                assertThat(likes(tea)).isEqualTo(sum);
            }
            await("the products side").until(() -> rest.projectedLikes(tea) == 174);
            likeHere(tea, 1);
            await("the new like alone").until(() -> told(products) == 175);
        }
    }

    private static long tea(Counterpart products) {
        return products.rest()
                .post("/api/products", new JsonObject().put("title", "Tea").put("image", "/tea.svg"))
                .json()
                .getLong("id");
    }

    private static void likeThere(Counterpart likes, long product, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(likes.rest()
                            .post("/api/products/" + product + "/like", null)
                            .status())
                    .isEqualTo(200);
        }
    }

    private void likeHere(long product, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(rest.newVisitor().like(product).status()).isEqualTo(200);
        }
    }

    private static JsonObject report(long product, int likes, int told) {
        return new JsonObject()
                .put("products", 1)
                .put("likes", likes)
                .put("told", told)
                .put("made", new JsonArray().add(product))
                .put("failed", new JsonArray());
    }

    @Test
    void whatTheBridgeToldIsSubtractedHoweverOftenItDied() throws Exception {
        try (Counterpart python =
                Counterpart.start("tutorial_products.py", Bridged.cluster().broker())) {
            long tea = tea(python);
            bridge = Bridged.bridgeTo("products");
            imported(python.rest().get("/api/products").array());
            Liking liking = new Liking(() -> rest.newVisitor().like(tea));
            try (liking) {
                for (int deaths = 0; deaths < 2; deaths++) {
                    liking.awaitMore(SOME);
                    bridge.process().kill();
                    bridge.restart();
                }
            }
            await("all likes at theirs").until(() -> told(python) == liking.accepted());

            JsonObject again = imported(python.rest().get("/api/products").array());

            assertThat(again.getLong("told")).isEqualTo(liking.accepted());
            assertThat(again.getLong("likes")).isZero();
            assertThat(likes(tea)).isEqualTo(liking.accepted());
        }
    }

    private JsonObject imported(JsonArray products) throws Exception {
        URI operation = bridge.managementUri().resolve("/operations/tutorial/products");
        HttpRequest request = HttpRequest.newBuilder(operation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(products.encode()))
                .build();
        return new JsonObject(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static long told(Counterpart python) {
        return python.rest().get("/api/products").array().getJsonObject(0).getLong("likes");
    }

    private long likes(long product) {
        return rest.trueLikes(product).getLong("likes");
    }
}
