package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R17: counts that somebody spoilt behind the services' backs. */
@Tag("full")
class ReconciliationIT {
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();
    private long product;
    private double repairs;

    @BeforeEach
    void threeLikes() {
        product = rest.create("Apple");
        for (int i = 0; i < 3; i++) {
            rest.newVisitor().like(product);
        }
        await("the projected count").until(() -> rest.projectedLikes(product) == 3);
        repairs = repairs();
    }

    @Test
    void aSpoiltCountIsRepairedOnBothSidesAndCounted() {
        cluster.likesDatabase().change("UPDATE product SET likes = 40 WHERE id = ?", product);

        cluster.likesDatabase().reconcileNow();
        await("a repair").until(() -> repairs() > repairs);
        bothSidesSayThree();
    }

    @Test
    void aSpoiltProjectionIsRepairedWithoutWritingTheOtherDatabase() {
        cluster.productsDatabase().change("UPDATE products SET likes = 77 WHERE id = ?", product);

        cluster.likesDatabase().reconcileNow();
        await("a repair").until(() -> repairs() > repairs);
        bothSidesSayThree();
    }

    @Test
    void aProjectionWithAVersionFromTheFutureIsOvertaken() {
        cluster.productsDatabase()
                .change(
                        "UPDATE products SET likes = 9, likes_version = likes_version + 3600000000 WHERE id = ?",
                        product);

        cluster.likesDatabase().reconcileNow();
        await("a repair").until(() -> repairs() > repairs);
        bothSidesSayThree();
    }

    /** Takes most of a minute, for an event is not lost before that. */
    @Test
    @Tag("soak")
    void aEventThatGotLostIsToldAgainAfterAWhile() {
        cluster.productsDatabase().change("UPDATE products SET likes = 1, likes_version = 1 WHERE id = ?", product);

        cluster.likesDatabase().reconcileNow();
        await("a repair").until(() -> repairs() > repairs);
        bothSidesSayThree();
    }

    private void bothSidesSayThree() {
        await("three on both sides")
                .until(() -> rest.projectedLikes(product) == 3
                        && rest.trueLikes(product).getLong("likes") == 3
                        && cluster.likesDatabase().count(product) == 3);
    }

    private double repairs() {
        return cluster.nodes(Service.LIKES).stream()
                .mapToDouble((Node node) -> node.metric("likewire_reconciliation_repairs_total"))
                .sum();
    }
}
