package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R18: a product goes, and its likes with it. */
@Tag("full")
class DeleteCascadeIT {
    private static final int THREADS = 8;
    private static final int LIKES_BEFORE = 100;
    private static final int MANY = Soak.choose(40_000, 400_000);
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();

    @Test
    void productThatIsDeletedWhileItIsLikedLeavesNoLikesBehind() throws Exception {
        long product = rest.create("Apple");
        long other = rest.create("Pear");
        rest.newVisitor().like(other);
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        ExecutorService visitors = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            visitors.execute(() -> likeUntilItIsGone(product, statuses));
        }
        await("likes").until(() -> cluster.likesDatabase().rows(product) >= LIKES_BEFORE);
        assertThat(rest.delete("/api/products/" + product).status()).isEqualTo(204);
        visitors.shutdown();
        assertThat(visitors.awaitTermination(3, TimeUnit.MINUTES)).isTrue();

        assertThat(statuses).containsExactlyInAnyOrder(200, 404);
        nothingIsLeftOf(product);
        assertThat(rest.trueLikes(other).getLong("likes")).isOne();
    }

    @Test
    void cascadeThatIsKilledInTheMiddleGoesOnAfterTheNextStart() {
        long product = rest.create("Apple");
        rest.newVisitor().like(product);
        cluster.likesDatabase().addLikes(product, MANY);
        Node likes = cluster.node(Service.LIKES);
        rest.delete("/api/products/" + product);
        await("the first likes are gone").until(() -> cluster.likesDatabase().rows(product) < MANY);

        likes.process().kill();
        long left = cluster.likesDatabase().rows(product);
        likes.restart();
        cluster.awaitAnswers();

        assertThat(left).isPositive();
        nothingIsLeftOf(product);
        assertThat(rest.newVisitor().like(product).status()).isEqualTo(404);
    }

    private void likeUntilItIsGone(long product, Set<Integer> statuses) {
        while (!statuses.contains(404)) {
            Visitor visitor = rest.newVisitor();
            statuses.add(visitor.like(product).status());
        }
    }

    private void nothingIsLeftOf(long product) {
        await("no likes are left")
                .until(() -> cluster.likesDatabase().rows(product) == 0
                        && cluster.likesDatabase().count(product) == 0
                        && !cluster.likesDatabase().isBeingRemoved(product));
    }
}
