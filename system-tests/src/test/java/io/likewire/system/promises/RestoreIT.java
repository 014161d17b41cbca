package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Backup;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.Views;
import io.likewire.system.rig.Watcher;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R21: one database is put back to an older state while people go on, and everything told once more. */
@Tag("full")
class RestoreIT {
    private static final int PRODUCTS = 5;
    private static final int THREADS = Soak.choose(4, 16);
    private static final int LIKES = Soak.choose(200, 10_000);
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();

    @Test
    void productsArePutBackAndNoIdIsGivenTwice() throws Exception {
        Trial.run("restore-products", cluster, PRODUCTS, trial -> {
            long renamed = rest.create("Before");
            long deleted = rest.create("Deleted after the backup");
            List<Long> lost;
            long fresh;
            try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                likes(load, LIKES);
                Backup backup = cluster.productsDatabase().backup();
                lost = Stream.of("One", "Two", "Three").map(rest::create).toList();
                lost.forEach(id -> like(id));
                rename(renamed);
                assertThat(rest.delete("/api/products/" + deleted).status()).isEqualTo(204);
                await("the deletion has come").until(() -> like(deleted) == 404);
                likes(load, LIKES);

                backup.putBack(cluster, Service.PRODUCTS);
                fresh = rest.create("Made after the restore");
                republish(Service.PRODUCTS);
                republish(Service.LIKES);
                likes(load, LIKES);
            }

            assertThat(lost).allMatch(id -> id < fresh);
            assertThat(like(fresh)).isEqualTo(200);
            assertThat(rest.product(renamed).getString("title")).isEqualTo("Before");
            assertThat(rest.get("/api/products/" + deleted).status()).isEqualTo(404);
            lost.forEach(this::isGone);
            await("one like of the fresh one").until(() -> rest.projectedLikes(fresh) == 1);
            trial.prove(Patience.LIMIT);
        });
    }

    @Test
    void likesArePutBackAndEverybodySeesWhatTheRowsSay() throws Exception {
        Trial.run("restore-likes", cluster, PRODUCTS, trial -> {
            long deleted = rest.create("Deleted after the backup");
            like(deleted);
            long newer;
            try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                likes(load, LIKES);
                Backup backup = cluster.likesDatabase().backup();
                newer = rest.create("Made after the backup");
                like(newer);
                rest.delete("/api/products/" + deleted);
                isGone(deleted);
                likes(load, LIKES);

                backup.putBack(cluster, Service.LIKES);
                assertThat(cluster.likesDatabase().rows(deleted)).isOne();
                republish(Service.LIKES);
                republish(Service.PRODUCTS);
                likes(load, LIKES);
            }

            isGone(deleted);
            assertThat(like(newer)).isEqualTo(200);
            await("the same count everywhere").until(() -> views(trial, newer).allMatch(Views::agree));
            assertThat(cluster.likesDatabase().rows(newer)).isOne();
            assertThat(trial.watchers()).flatExtracting(Watcher::contradictions).isEmpty();
        });
    }

    @Test
    void anEmptyDatabaseOfProductsIsToldByNobodyByMistake() {
        long product = rest.create("Liked");
        like(product);
        Backup backup = cluster.productsDatabase().backup();
        cluster.productsDatabase().change("DELETE FROM products");
        try {
            Reply refused = cluster.node(Service.PRODUCTS).management().post("/operations/republish/products", null);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().getString("message")).contains("no products", "?empty=true");
            assertThat(refused.json().getBoolean("running")).isFalse();
        } finally {
            backup.restore();
        }
        assertThat(cluster.likesDatabase().rows(product)).isOne();
        await("it can be liked").until(() -> like(product) == 200);
    }

    private static void likes(Load load, int more) {
        long before = load.tally().acceptedLikes();
        await("likes").until(() -> load.tally().acceptedLikes() >= before + more);
    }

    private int like(long product) {
        return rest.newVisitor().like(product).status();
    }

    private void rename(long product) {
        JsonObject draft = new JsonObject().put("title", "After").put("image", "/after.png");
        assertThat(rest.put("/api/products/" + product, draft).status()).isEqualTo(202);
    }

    private void republish(Service service) {
        Rest management = cluster.node(service).management();
        String path = "/operations/republish/" + service.name().toLowerCase(Locale.ROOT);
        assertThat(management.post(path, null).status()).isEqualTo(202);
        await("everything is told once more")
                .until(() -> !management.get(path).json().getBoolean("running"));
        JsonObject end = management.get(path).json();
        assertThat(end.getString("failure")).isNull();
        assertThat(end.getLong("events")).isGreaterThanOrEqualTo(PRODUCTS);
    }

    private void isGone(long product) {
        await("product " + product + " is gone")
                .until(() -> like(product) == 404
                        && rest.get("/api/products/" + product).status() == 404
                        && cluster.likesDatabase().rows(product) == 0);
    }

    private Stream<Views> views(Trial trial, long newer) {
        return Stream.concat(
                Views.of(cluster, trial.watchers(), trial.products()).stream(),
                Views.of(cluster, List.of(), List.of(newer)).stream());
    }
}
