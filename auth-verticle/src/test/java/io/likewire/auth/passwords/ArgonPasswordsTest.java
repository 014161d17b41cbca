package io.likewire.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArgonPasswordsTest {
    private static final String PASSWORD = "tulips in march 4711";
    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ArgonPasswords passwords = new ArgonPasswords(vertx, metrics);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aHashSaysHowItWasMade() {
        String hash = onLoop(() -> passwords.hashNew("ann", PASSWORD, "password", call()));
        assertThat(hash).startsWith("$argon2id$v=19$m=9216,t=4,p=1$");
        assertThat(onLoop(() -> passwords.matches(PASSWORD, hash, call()))).isTrue();
        assertThat(onLoop(() -> passwords.matches(PASSWORD + "!", hash, call())))
                .isFalse();
        assertThat(onLoop(() -> passwords.rehash(PASSWORD, hash, call()))).isNull();
    }

    @Test
    void nobodysPasswordMatchesNothing() {
        assertThat(onLoop(() -> passwords.matches("", null, call()))).isFalse();
    }

    @Test
    void anOlderHashStillMatchesAndIsMadeAnew() {
        String weak = Password.hash(PASSWORD)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
                .getResult();
        assertThat(onLoop(() -> passwords.matches(PASSWORD, weak, call()))).isTrue();
        assertThat(onLoop(() -> passwords.rehash(PASSWORD, weak, call()))).contains("m=9216,t=4");
    }

    @Test
    void ofFiveHundredAtOnceFewWait() {
        onLoop(() -> passwords.matches(PASSWORD, null, call()));
        List<Future<Boolean>> all = onLoop(() -> {
            List<Future<Boolean>> asked = Stream.generate(() -> passwords.matches(PASSWORD, null, call()))
                    .limit(500)
                    .toList();
            assertThat(metrics.get("likewire.passwords.waiting").gauge().value())
                    .isEqualTo(32);
            return Future.join(asked).transform(done -> Future.succeededFuture(asked));
        });

        assertThat(all).filteredOn(Future::succeeded).hasSize(32);
        assertThat(all).filteredOn(Future::failed).allSatisfy(refused -> assertThat(((Refusal) refused.cause()).type())
                .isEqualTo(ProblemType.OVERLOADED));
        assertThat(metrics.get("likewire.passwords.waiting").gauge().value()).isZero();
        assertThat(metrics.get("likewire.passwords.hashing").timer().count()).isEqualTo(33);
    }

    @Test
    void whoWaitedTooLongIsNotLookedAt() {
        Call late = Call.command(Duration.ofMillis(-1));
        Throwable refused = onLoop(() ->
                passwords.matches(PASSWORD, null, late).transform(result -> Future.succeededFuture(result.cause())));
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.TIMEOUT));
    }

    private static Call call() {
        return Call.command(Duration.ofSeconds(60));
    }

    private <T> T onLoop(Supplier<Future<T>> work) {
        return Future.<T>future(promise -> vertx.runOnContext(loop -> work.get().onComplete(promise)))
                .timeout(60, TimeUnit.SECONDS)
                .await();
    }
}
