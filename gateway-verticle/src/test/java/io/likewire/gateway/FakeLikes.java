package io.likewire.gateway;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikedProduct;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Likes in memory, behind the real bus endpoint. */
public final class FakeLikes implements LikesService {
    private final Map<Long, LikeCount> counts = new ConcurrentHashMap<>();
    private final Set<String> likes = ConcurrentHashMap.newKeySet();
    private final AtomicLong versions = new AtomicLong(1_000);
    private final FakeKeys<LikeOutcome> keys = new FakeKeys<>(LikeOutcome::replay);
    /** Thrown at questions for counts, instead of an answer. */
    public volatile RuntimeException thrown;

    public final List<List<Long>> questions = new CopyOnWriteArrayList<>();
    public final Set<Liker> likers = ConcurrentHashMap.newKeySet();
    public final List<Liker> takenOver = new CopyOnWriteArrayList<>();
    public volatile String status = "up";
    public volatile boolean down;

    private volatile HeldAnswer held;

    /** The next question's answer waits for its release. */
    public record HeldAnswer(Promise<Void> question, Promise<Void> permission) {
        public Future<Void> asked() {
            return question.future();
        }

        public void release() {
            permission.complete();
        }
    }

    public HeldAnswer holdBack() {
        held = new HeldAnswer(Promise.promise(), Promise.promise());
        return held;
    }

    /** A product that nobody ever liked. */
    public void setUntouched(long productId) {
        counts.put(productId, new LikeCount(productId, 0, 0));
    }

    public LikeCount set(long productId, long likes) {
        LikeCount count = new LikeCount(productId, likes, versions.incrementAndGet());
        counts.put(productId, count);
        return count;
    }

    @Override
    public Future<LikeOutcome> like(long productId, Call call) {
        likers.add(call.liker());
        return keys.once(call, () -> change(productId, true, likes.add(key(productId, call))));
    }

    @Override
    public Future<LikeOutcome> unlike(long productId, Call call) {
        return change(productId, false, likes.remove(key(productId, call)));
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Call call) {
        questions.add(productIds);
        if (thrown != null) {
            throw thrown;
        }
        if (down) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The database is away"));
        }
        HeldAnswer wait = held;
        if (wait != null) {
            wait.question().tryComplete();
            return wait.permission().future().map(released -> List.of());
        }
        return Future.succeededFuture(new HashSet<>(productIds)
                .stream()
                        .filter(counts::containsKey)
                        .map(id -> new LikeState(counts.get(id), call.liker() != null && likes.contains(key(id, call))))
                        .toList());
    }

    @Override
    public Future<LikedPage> liked(long afterId, int limit, Call call) {
        List<Long> ids = counts.keySet().stream()
                .filter(id -> id > afterId && likes.contains(key(id, call)))
                .sorted()
                .limit(limit)
                .toList();
        JsonArray json = new JsonArray(ids.stream()
                .map(id -> new LikedProduct(counts.get(id), Instant.EPOCH).toJson())
                .toList());
        return Future.succeededFuture(new LikedPage(json.toBuffer(), ids.size() < limit ? null : ids.get(limit - 1)));
    }

    @Override
    public Future<Void> takeOver(Liker visitor, Call call) {
        if (down) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "down"));
        }
        takenOver.add(visitor);
        takenOver.add(call.liker());
        return Future.succeededFuture();
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit, Call call) {
        List<Long> ids = counts.keySet().stream().sorted().toList();
        return Future.succeededFuture(
                new KnownProducts(ids, List.of(), null, ids.isEmpty() ? 0 : ids.get(ids.size() - 1)));
    }

    @Override
    public Future<Long> highestAccount(Call call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return Future.succeededFuture(new JsonObject().put("status", status).put("parts", new JsonObject()));
    }

    private Future<LikeOutcome> change(long productId, boolean liked, boolean changed) {
        LikeCount old = counts.get(productId);
        if (old == null) {
            return Future.failedFuture(Refusal.noProduct(productId));
        }
        LikeCount count = changed ? set(productId, old.likes() + (liked ? 1 : -1)) : old;
        return Future.succeededFuture(new LikeOutcome(liked, changed, count));
    }

    private static String key(long productId, Call call) {
        return productId + "/" + call.liker();
    }
}
