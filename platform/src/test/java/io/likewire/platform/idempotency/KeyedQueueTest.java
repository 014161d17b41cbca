package io.likewire.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedQueueTest {
    private final KeyedQueue keyedQueue = new KeyedQueue();
    private final List<Promise<String>> works = new ArrayList<>();

    @Test
    void theFirstGoesAheadAloneAndTheOthersGoTogetherAfterIt() {
        take(call("k-1"));
        take(call("k-1"));
        take(call("k-1"));
        assertThat(works).hasSize(1);

        works.get(0).complete("done");

        assertThat(works).hasSize(3);
    }

    @Test
    void aFailureOfTheFirstLetsTheOthersTry() {
        take(call("k-1"));
        Future<String> second = take(call("k-1"));

        works.get(0).fail("rolled back");
        works.get(1).complete("mine");

        assertThat(second.result()).isEqualTo("mine");
    }

    @Test
    void otherKeysAndCallsWithoutAKeyWaitForNobody() {
        take(call("k-1"));
        take(call("k-2"));
        take(Call.command(Duration.ofSeconds(5)));
        take(Call.command(Duration.ofSeconds(5)));

        assertThat(works).hasSize(4);
    }

    @Test
    void theSameCommandThatTheBusCarriedTwiceDoesNotWaitForItself() {
        Call call = call("k-1");
        take(call);
        take(call);

        assertThat(works).hasSize(2);
    }

    @Test
    void whoseTimeRunsOutIsToldThatTheFirstIsStillRunning() {
        take(call("k-1"));

        Future<String> second = take(call("k-1").within(Duration.ofMillis(120)));

        assertThatThrownBy(second::await).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.IDEMPOTENCY_RUNNING));
        assertThat(works).hasSize(1);
    }

    @Test
    void nothingIsRememberedOfWhatHasEnded() {
        take(call("k-1"));
        works.get(0).complete("done");

        take(call("k-1"));

        assertThat(works).hasSize(2);
    }

    private Future<String> take(Call call) {
        return keyedQueue.take(call, () -> {
            Promise<String> work = Promise.promise();
            works.add(work);
            return work.future();
        });
    }

    private static Call call(String key) {
        return Call.command(Duration.ofSeconds(5))
                .keyed(RequestKey.of("ann", key, "POST", "/api/products", Buffer.buffer()));
    }
}
