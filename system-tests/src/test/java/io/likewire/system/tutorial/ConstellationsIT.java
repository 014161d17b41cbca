package io.likewire.system.tutorial;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who can be replaced by whom. */
@Tag("full")
class ConstellationsIT {
    private final Rest rest = Bridged.cluster().rest();

    @AutoClose
    private Node bridge;

    @Test
    void ourProductsBesideTheirLikesService() {
        bridge = Bridged.bridgeTo("likes");
        try (Counterpart likes =
                Counterpart.start("tutorial_likes.py", Bridged.cluster().broker())) {
            long tea = rest.create("Tee für zwei");
            await("the product").until(() -> product(likes.rest(), tea) != null);
            assertThat(product(likes.rest(), tea).getString("title")).isEqualTo("Tee für zwei");

            for (int i = 0; i < 20; i++) {
                assertThat(likes.rest()
                                .post("/api/products/" + tea + "/like", null)
                                .status())
                        .isEqualTo(200);
            }
            await("their likes").until(() -> rest.projectedLikes(tea) == 20);

            rest.put("/api/products/" + tea, draft("Green tea"));
            await("the change")
                    .until(() -> "Green tea".equals(product(likes.rest(), tea).getString("title")));
            rest.delete("/api/products/" + tea);
            await("the end").until(() -> product(likes.rest(), tea) == null);
        }
    }

    @Test
    void theirLikesServiceOutlivesChangesOfProductsThatItNeverHeardOf() {
        long tea = rest.create("Tea");
        long milk = rest.create("Milk");
        try (Counterpart likes =
                Counterpart.start("tutorial_likes.py", Bridged.cluster().broker())) {
            bridge = Bridged.bridgeTo("likes");
            rest.delete("/api/products/" + milk);
            rest.put("/api/products/" + tea, draft("Green tea"));
            await("what it lacked").until(() -> hasTitle(likes, tea, "Green tea"));
            rest.put("/api/products/" + tea, draft("Black tea"));
            await("the change").until(() -> hasTitle(likes, tea, "Black tea"));
            assertThat(product(likes.rest(), milk)).isNull();
            bridge.close();

            String list = likes.uri().resolve("/api/products").toString();
            bridge = Bridged.bridgeTo("likes", Map.of("TUTORIAL_LIST_URI", list));
            rest.put("/api/products/" + tea, draft("White tea"));
            await("a bridge that knows nothing").until(() -> hasTitle(likes, tea, "White tea"));
            rest.delete("/api/products/" + tea);
            await("the end").until(() -> product(likes.rest(), tea) == null);
        }
    }

    private static boolean hasTitle(Counterpart likes, long id, String title) {
        JsonObject product = product(likes.rest(), id);
        return product != null && title.equals(product.getString("title"));
    }

    @Test
    void theirProductsServiceBesideOurLikes() {
        bridge = Bridged.bridgeTo("products");
        try (Counterpart products =
                Counterpart.start("tutorial_products.py", Bridged.cluster().broker())) {
            long tea =
                    products.rest().post("/api/products", draft("Tea")).json().getLong("id");
            await("the product").until(() -> "Tea".equals(title(tea)));

            for (int i = 0; i < 20; i++) {
                assertThat(rest.newVisitor().like(tea).status()).isEqualTo(200);
            }
            await("our likes").until(() -> product(products.rest(), tea).getLong("likes") == 20);

            products.rest().put("/api/products/" + tea, draft("Green tea"));
            await("the change").until(() -> "Green tea".equals(title(tea)));
            products.rest().delete("/api/products/" + tea);
            await("the end").until(() -> rest.get("/api/products/" + tea).status() == 404);
        }
    }

    @Test
    void oursAloneAndSomebodyWhoListens() {
        bridge = Bridged.bridgeTo("listener");
        try (Counterpart listener =
                Counterpart.start("tutorial_listener.py", Bridged.cluster().broker())) {
            long tea = rest.create("Tea");
            rest.newVisitor().like(tea);
            rest.delete("/api/products/" + tea);

            List<String> expected = List.of(
                    String.format(
                            Locale.ROOT,
                            "main product_created {\"id\": %d, \"title\": \"Tea\", \"image\": \"/images/3.png\", \"likes\": 0}",
                            tea),
                    "admin product_liked " + tea,
                    String.format(Locale.ROOT, "main product_deleted \"%d\"", tea));
            await("all three").until(() -> listener.lines().containsAll(expected));
        }
    }

    private String title(long id) {
        return rest.get("/api/products/" + id).status() == 200
                ? rest.product(id).getString("title")
                : null;
    }

    private static JsonObject product(Rest counterpart, long id) {
        return counterpart.get("/api/products").array().stream()
                .map(JsonObject.class::cast)
                .filter(product -> product.getLong("id") == id)
                .findFirst()
                .orElse(null);
    }

    private static JsonObject draft(String title) {
        return new JsonObject().put("title", title).put("image", "https://x/y.png");
    }
}
