package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.SameKey;
import io.likewire.system.rig.Seed;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.faults.CommitCutter;
import io.likewire.system.rig.faults.Wiretap;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R16: the same idempotency key has one effect and one answer. Two nodes of each service: {@code TwoNodesIT}. */
@Tag("full")
class IdempotencyIT {
    private static final int MANY = 50;
    private static final double CUT = 0.3;
    private final Wired wired = Wired.shared();
    private final Cluster cluster = wired.cluster();
    private final Rest rest = cluster.rest();
    private final String title = "Tea " + UUID.randomUUID();

    @Test
    void productThatIsSentFiftyTimesAtOnceIsOne() throws Exception {
        List<Reply> replies = SameKey.send(MANY, key -> create(key, title));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(Reply::text).containsOnly(replies.get(0).text());
        assertThat(replies)
                .extracting(reply -> reply.header("Location"))
                .containsOnly(replies.get(0).header("Location"));
        assertThat(replies)
                .extracting(reply -> reply.header("ETag"))
                .containsOnly(replies.get(0).header("ETag"));
        assertThat(replies).filteredOn(reply -> !SameKey.isReplay(reply)).hasSizeLessThanOrEqualTo(1);
        assertThat(cluster.productsDatabase().titled(title)).isEqualTo(1);
    }

    @Test
    void likeThatIsSentFiftyTimesAtOnceIsOneSuccess() throws Exception {
        long id = rest.create(title);
        Visitor visitor = rest.newVisitor();

        List<Reply> replies = SameKey.send(MANY, key -> visitor.like(id, key));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(Reply::text).containsOnly(replies.get(0).text());
        assertThat(replies).filteredOn(reply -> !SameKey.isReplay(reply)).hasSizeLessThanOrEqualTo(1);
        assertThat(cluster.likesDatabase().likers(id)).containsExactly(visitor.id());
        await("the projected count").until(() -> rest.projectedLikes(id) == 1);
    }

    @Test
    void successIsReplayedEvenAfterItWasTakenBack() {
        long id = rest.create(title);
        Visitor visitor = rest.newVisitor();
        Reply first = visitor.like(id, "k-1");
        visitor.unlike(id);

        Reply again = visitor.like(id, "k-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(SameKey.isReplay(again)).isTrue();
        assertThat(visitor.likes(id)).isFalse();
        assertThat(visitor.like(id, "k-2").status()).isEqualTo(200);
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        long one = create(key, title).json().getLong("id");
        long other = rest.create("Another " + title);
        Visitor visitor = rest.newVisitor();
        visitor.like(one, "k-1");

        Reply anotherBody = create(key, title + "!");
        Reply anotherPath = visitor.like(other, "k-1");

        assertThat(List.of(anotherBody, anotherPath))
                .allMatch(reply -> reply.status() == 422)
                .allMatch(reply -> reply.json().getString("type").equals("/problems/key-used-for-another-request"));
        assertThat(cluster.productsDatabase().titled(title + "!")).isZero();
        assertThat(visitor.likes(other)).isFalse();
    }

    @Test
    void requestIsToldToComeBackWhileTheFirstOneRuns() throws Exception {
        long id = rest.create(title);
        rest.newVisitor().like(id);
        Visitor visitor = rest.newVisitor();

        Connection lock = cluster.likesDatabase().lock(id);
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> visitor.like(id, "k-1"));
        cluster.likesDatabase().awaitLockWaiter();
        Reply second = visitor.like(id, "k-1");
        lock.close();

        assertThat(first.join().status()).isIn(200, 503);
        assertThat(second.status()).as("in time, or just too late").isIn(409, 503);
        assertThat(second.header("Retry-After")).isEqualTo("1");
        Reply last = SameKey.insist("k-1", key -> visitor.like(id, key));
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.json().getLong("likes")).isEqualTo(2);
        assertThat(cluster.likesDatabase().rows(id)).isEqualTo(2);
    }

    @Test
    void whoseAnswerIsLostAroundCommitHasOneEffectAndItsAnswer() {
        long seed = Seed.of("idempotency-keys");
        List<Visitor> visitors = Stream.generate(rest::newVisitor).limit(20).toList();
        CommitCutter products = new CommitCutter(seed, CUT);
        CommitCutter likes = new CommitCutter(seed + 1, CUT);
        wired.productsWire().listen(products);
        wired.likesWire().listen(likes);
        try {
            for (int i = 0; i < visitors.size(); i++) {
                Visitor visitor = visitors.get(i);
                String name = title + i;
                Reply created = SameKey.insist(UUID.randomUUID().toString(), key -> create(key, name));
                long id = created.json().getLong("id");
                Reply liked = SameKey.insist("k-1", key -> visitor.like(id, key));

                assertThat(created.status()).isEqualTo(201);
                assertThat(liked.status()).isEqualTo(200);
                assertThat(cluster.productsDatabase().titled(name)).isEqualTo(1);
                assertThat(cluster.likesDatabase().likers(id)).containsExactly(visitor.id());
            }
        } finally {
            wired.productsWire().listen(Wiretap.NONE);
            wired.likesWire().listen(Wiretap.NONE);
        }
        assertThat(products.cutBefore() + products.cutAfter()).isPositive();
        assertThat(likes.cutBefore() + likes.cutAfter()).isPositive();
        cluster.awaitReady();
    }

    @Test
    void keysBelongToTheirCallers() {
        long id = rest.create(title);

        assertThat(rest.newVisitor().like(id, "k-1").status()).isEqualTo(200);
        assertThat(rest.newVisitor().like(id, "k-1").status()).isEqualTo(200);
        assertThat(cluster.likesDatabase().rows(id)).isEqualTo(2);
    }

    @Test
    void refusalForWhatIsNotThereIsForgotten() {
        Visitor visitor = rest.newVisitor();
        assertThat(visitor.like(Long.MAX_VALUE, "k-1").status()).isEqualTo(404);
        long id = rest.create(title);

        assertThat(visitor.like(id, "k-1").status()).isEqualTo(200);
    }

    private Reply create(String key, String withTitle) {
        JsonObject draft = new JsonObject().put("title", withTitle).put("image", "/tea.png");
        return rest.keyed(key).post("/api/products", draft);
    }
}
