package io.likewire.contracts.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusClientTest {
    private static final String ADDRESS = "test.address";
    private final Vertx vertx = Vertx.vertx();
    private final BusClient client = new BusClient(vertx, ADDRESS);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void theCallTravelsInTheHeaders() {
        serve((body, call) -> Future.succeededFuture(Answer.json(body)));
        Call sent = Call.command(Duration.ofSeconds(5)).by(Liker.account(7)).ifMatch(new IfMatch(List.of(5L, 6L)));

        client.ask("do", new JsonObject().put("id", 1), sent, true).await();

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.commandId()).isEqualTo(sent.commandId());
            assertThat(call.liker()).isEqualTo(sent.liker());
            assertThat(call.ifMatch()).isEqualTo(sent.ifMatch());
        });
    }

    @Test
    void aRepeatableRequestWhoseAnswerIsLostIsSentTwiceWithTheSameCommandId() {
        serve((body, call) ->
                calls.size() == 1 ? Promise.<Answer>promise().future() : Future.succeededFuture(Answer.json(body)));

        Call sent = Call.command(Duration.ofSeconds(3));
        client.ask("do", new JsonObject(), sent, true).await();

        assertThat(calls).extracting(Call::commandId).containsExactly(sent.commandId(), sent.commandId());
    }

    @Test
    void anInterceptorSeesBothTriesAsOneCallAndDecidesItsDeadline() {
        serve((body, call) ->
                calls.size() == 1 ? Promise.<Answer>promise().future() : Future.succeededFuture(Answer.json(body)));
        List<String> seen = new CopyOnWriteArrayList<>();
        BusClient intercepted = new BusClient(vertx, ADDRESS, new CallInterceptor() {
            @Override
            public <T> Future<T> intercept(String address, String action, Call call, Function<Call, Future<T>> ask) {
                seen.add(address + " " + action);
                return ask.apply(call.within(Duration.ofSeconds(2))).onSuccess(answer -> seen.add("answered"));
            }
        });

        Call sent = Call.command(Duration.ofSeconds(30));
        intercepted.ask("do", new JsonObject(), sent, true).await();

        assertThat(seen).containsExactly(ADDRESS + " do", "answered");
        assertThat(calls).hasSize(2).allMatch(call -> call.deadline() < sent.deadline());
    }

    @Test
    void whatAnInterceptorRefusesIsNotSent() {
        serve((body, call) -> Future.succeededFuture(Answer.json(body)));
        BusClient refusing = new BusClient(vertx, ADDRESS, new CallInterceptor() {
            @Override
            public <T> Future<T> intercept(String address, String action, Call call, Function<Call, Future<T>> ask) {
                return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "full"));
            }
        });

        assertThat(refusing.ask("do", new JsonObject(), Call.question(Duration.ofSeconds(3)), true)
                        .cause())
                .hasMessage("full");
        assertThat(calls).isEmpty();
    }

    /** Who has stood still with the first one must not play it after the second one's effect. */
    @Test
    void theFirstTryIsOverBeforeTheSecondBegins() {
        List<Long> began = new CopyOnWriteArrayList<>();
        serve((body, call) -> {
            began.add(System.currentTimeMillis());
            return calls.size() == 1 ? Promise.<Answer>promise().future() : Future.succeededFuture(Answer.json(body));
        });

        Call sent = Call.command(Duration.ofSeconds(3));
        client.ask("do", new JsonObject(), sent, true).await();

        assertThat(calls.get(0).deadline()).isLessThanOrEqualTo(began.get(1));
        assertThat(calls.get(1).deadline()).isBetween(calls.get(0).deadline(), sent.deadline());
    }

    @Test
    void anythingElseIsSentOnce() {
        serve((body, call) -> Promise.<Answer>promise().future());

        Future<?> answer = client.ask("do", new JsonObject(), Call.question(Duration.ofMillis(100)), false);

        assertThat(refusal(answer).type()).isEqualTo(ProblemType.TIMEOUT);
        assertThat(calls).hasSize(1);
    }

    @Test
    void aServiceThatComesBackWithinTheGapIsAsked() {
        Future<?> answer = client.ask("do", new JsonObject(), Call.question(Duration.ofSeconds(5)), false);
        serve((body, call) -> Future.succeededFuture(Answer.json(body)));

        assertThat(answer.await()).isNotNull();
    }

    @Test
    void withoutAServiceTheRefusalSaysSo() {
        Future<?> answer = client.ask("do", new JsonObject(), Call.question(Duration.ofSeconds(5)), true);

        assertThat(refusal(answer).type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void refusalsCrossTheBusWithTheirErrors() {
        serve((body, call) -> Future.failedFuture(Refusal.invalid(Map.of("title", List.of("No.", "Never.")))));

        Refusal refusal = refusal(client.ask("do", new JsonObject(), Call.question(Duration.ofSeconds(5)), true));

        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refusal.errors()).isEqualTo(Map.of("title", List.of("No.", "Never.")));
    }

    @Test
    void anUnexpectedFailureIsReportedHereAndTellsNothingThere() {
        serve((body, call) -> {
            throw new IllegalStateException("SELECT secret");
        });

        Refusal refusal = refusal(client.ask("do", new JsonObject(), Call.question(Duration.ofSeconds(5)), true));

        assertThat(refusal.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(refusal.getMessage()).doesNotContain("secret");
        assertThat(unexpected)
                .singleElement()
                .isInstanceOf(UnexpectedFailure.class)
                .satisfies(failure -> assertThat(failure).hasMessage("do for request of our own"));
    }

    private BusEndpoint serve(BusEndpoint.Action<JsonObject> action) {
        return new BusEndpoint(
                vertx,
                ADDRESS,
                Map.<String, BusEndpoint.Action<JsonObject>>of("do", (body, call) -> {
                    calls.add(call);
                    return action.run(body, call);
                }),
                unexpected::add);
    }

    private static Refusal refusal(Future<?> answer) {
        return answer.<Refusal>map(none -> null)
                .otherwise(failure -> (Refusal) failure)
                .await();
    }
}
