package io.likewire.contracts.likes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestId;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LikeGathererTest {
    private static final long UNKNOWN = 404;
    private static final long REFUSED = 503;
    private static final int MANY = 1_000;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final LikesClient client = new LikesClient(vertx);

    @BeforeEach
    void serve() {
        vertx.eventBus().addInboundInterceptor(delivery -> {
            String action = delivery.message().headers().get("action");
            if (action != null) {
                messages.add(action);
            }
            delivery.next();
        });
        LikesEndpoint.open(vertx, service(), failure -> {}).registered().await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aLoneLikeWaitsForNobody() {
        assertThat(likeAll(1).get(0).await().count()).isEqualTo(new LikeCount(1, 1, 101));
        assertThat(messages).containsExactly("like");
    }

    @Test
    void manyShareFewMessagesAndEachHasItsOwnAnswer() {
        List<Future<LikeOutcome>> answers =
                likeAll(LongStream.rangeClosed(1_001, 1_000 + MANY).toArray());
        Future.all(answers).await();
        assertThat(answers)
                .extracting(answer -> answer.result().count().productId())
                .doesNotHaveDuplicates();
        assertThat(messages).hasSizeLessThan(MANY / 20).contains("commands");
        assertThat(heard).hasSize(MANY).contains("like 1500 for request 1500");
    }

    @Test
    void oneThatWouldKeepOthersWaitingIsAskedSingly() {
        List<Future<LikeOutcome>> answers = likeAll(1, 2, 3, UNKNOWN, 4);
        Future.all(answers).await();
        assertThat(messages).containsExactly("like", "like", "commands", "like");
    }

    @Test
    void aRefusalIsTheCallersOwn() {
        List<Future<LikeOutcome>> answers = likeAll(1, 2, 3, REFUSED, 4);
        Future.join(answers).otherwiseEmpty().await();
        assertThat(answers.get(4).succeeded()).isTrue();
        assertThatThrownBy(() -> answers.get(3).await())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAVAILABLE))
                .hasMessage("Zu spät");
    }

    @Test
    void aServiceThatKnowsSingleOnesOnlyIsAskedSingly() {
        Vertx old = Vertx.vertx();
        old.eventBus().consumer(Addresses.LIKES, message -> {
            if (message.headers().get("action").equals("commands")) {
                message.fail(ProblemType.INTERNAL.busCode(), "No such action");
            } else {
                message.reply(new LikeOutcome(true, true, new LikeCount(1, 1, 1)).toJson());
            }
        });
        LikesClient fresh = new LikesClient(old);
        List<Future<LikeOutcome>> answers = likeAll(old, fresh, 1, 2, 3, 4);
        assertThat(Future.all(answers).await().succeeded()).isTrue();
        old.close().await();
    }

    private List<Future<LikeOutcome>> likeAll(long... products) {
        return likeAll(vertx, client, products);
    }

    /** All from one event loop, each with a request of its own. */
    private static List<Future<LikeOutcome>> likeAll(Vertx on, LikesClient client, long... products) {
        Promise<List<Future<LikeOutcome>>> sent = Promise.promise();
        on.runOnContext(turn -> {
            List<Future<LikeOutcome>> answers = new ArrayList<>();
            for (long product : products) {
                Call call = Call.command(Duration.ofSeconds(5)).by(Liker.visitor(UUID.randomUUID()));
                answers.add(RequestId.on(on, "request " + product, () -> client.like(product, call)));
            }
            sent.complete(answers);
        });
        return sent.future().await();
    }

    private LikesService service() {
        return (LikesService) Proxy.newProxyInstance(
                LikesService.class.getClassLoader(), new Class<?>[] {LikesService.class}, (self, method, arguments) -> {
                    boolean among = method.getName().equals("amongOthers");
                    return answer((long) arguments[among ? 1 : 0], among);
                });
    }

    private Future<LikeOutcome> answer(long product, boolean among) {
        heard.add("like " + product + " for " + RequestId.current());
        if (product == UNKNOWN && among) {
            return Future.failedFuture(new AskAlone());
        }
        return product == REFUSED
                ? Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "Zu spät"))
                : vertx.timer(5).map(new LikeOutcome(true, true, new LikeCount(product, 1, 100 + product)));
    }
}
