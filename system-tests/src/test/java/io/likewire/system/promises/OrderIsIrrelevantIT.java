package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.faults.Recorder;
import io.likewire.system.rig.faults.Recorder.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R5: whatever the order of events, the end is the same, and what is deleted stays deleted. */
class OrderIsIrrelevantIT {
    private static final int PERMUTATIONS = Soak.choose(8, 100);
    private static final int PRODUCTS = 12;
    private static final int VERSIONS = 5;
    private static final long LIKES = 4;
    private static final String FORGET_COUNT = "UPDATE products SET likes = 0, likes_version = 0 WHERE id = ?";
    private static final long FOREIGN_IDS = 1_000_000_000;

    private final Cluster cluster = Stage.whole().cluster();
    private final Rest rest = cluster.rest();

    @Test
    void eventsAboutProductsInAnyOrderEndInTheSameReplicas() throws Exception {
        Trial.run("order-of-products", cluster, 1, trial -> {
            try (Recorder recorder = Recorder.on(cluster.broker())) {
                long base = FOREIGN_IDS + trial.products().get(0) * 1_000_000;
                for (int i = 0; i < PERMUTATIONS; i++) {
                    List<Message> events = eventsAboutProducts(base + i * PRODUCTS);
                    recorder.say(Recorder.shuffled(events, 2, trial.seed() + i));
                }
                new Sentinel(cluster).awaitEverythingBefore();

                for (int i = 0; i < PERMUTATIONS; i++) {
                    long first = base + i * PRODUCTS;
                    assertThat(cluster.likesDatabase().replicas(first, first + PRODUCTS - 1))
                            .as("permutation %d", i)
                            .isEqualTo(expectedReplicas());
                }
            }
        });
    }

    @Test
    void eventsAboutCountsInAnyOrderEndInTheNewestAndBringNoDeletedProductBack() throws Exception {
        Trial.run("order-of-counts", cluster, PERMUTATIONS * PRODUCTS, trial -> {
            try (Recorder recorder = Recorder.on(cluster.broker())) {
                List<Long> products = trial.products();
                List<Long> deleted = deletedOf(products);
                List<Message> events = Recorder.shuffled(eventsAboutCounts(recorder, products), 2, trial.seed());
                products.forEach(id -> cluster.productsDatabase().change(FORGET_COUNT, id));

                recorder.say(events.subList(0, events.size() / 2));
                deleted.forEach(id -> rest.delete("/api/products/" + id));
                recorder.say(events.subList(events.size() / 2, events.size()));
                new Sentinel(cluster).awaitEverythingBefore();

                trial.report().figure("events in another order", events.size());
                assertThat(products)
                        .allSatisfy(id -> assertThat(cluster.productsDatabase().likes(id))
                                .isEqualTo(deleted.contains(id) ? -1 : LIKES));
                assertThat(deleted).allSatisfy(id -> assertThat(
                                rest.get("/api/products/" + id).status())
                        .isEqualTo(404));
            }
        });
    }

    /** True ones: what contradicted the likes would be repaired. */
    private List<Message> eventsAboutCounts(Recorder recorder, List<Long> products) throws Exception {
        recorder.take();
        for (int i = 0; i < LIKES; i++) {
            products.forEach(id -> rest.newVisitor().like(id));
        }
        await("all counts").until(() -> products.stream()
                .allMatch(id -> cluster.productsDatabase().likes(id) == LIKES));
        return recorder.take();
    }

    private static List<Message> eventsAboutProducts(long first) {
        List<Message> events = new ArrayList<>();
        for (int n = 0; n < PRODUCTS; n++) {
            long id = first + n;
            events.add(Message.of("product.created", "product_created", product(id, 1)));
            for (int version = 2; version < VERSIONS; version++) {
                events.add(Message.of("product.updated", "product_updated", product(id, version)));
            }
            if (isDeleted(n)) {
                JsonObject body = new JsonObject().put("id", id).put("version", VERSIONS);
                events.add(Message.of("product.deleted", "product_deleted", body));
            }
        }
        return events;
    }

    private static JsonObject product(long id, int version) {
        return new JsonObject()
                .put("id", id)
                .put("title", "Plum")
                .put("image", "/plum.png")
                .put("version", version);
    }

    /** Number, likes, version of the count, version of the product, deleted. */
    private static List<String> expectedReplicas() {
        return IntStream.range(0, PRODUCTS)
                .mapToObj(n -> String.format(
                        Locale.ROOT, "%d | 0 | 0 | %s", n, isDeleted(n) ? VERSIONS + " | 1" : VERSIONS - 1 + " | 0"))
                .toList();
    }

    private static List<Long> deletedOf(List<Long> products) {
        return IntStream.range(0, products.size())
                .filter(OrderIsIrrelevantIT::isDeleted)
                .mapToObj(products::get)
                .toList();
    }

    private static boolean isDeleted(int number) {
        return number % 3 == 0;
    }
}
