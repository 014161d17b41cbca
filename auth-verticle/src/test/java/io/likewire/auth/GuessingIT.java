package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static io.likewire.auth.RunningAuth.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.likewire.contracts.auth.Session;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessingIT {
    private static final int MOST_EVALUATED = 20;

    @AutoClose
    private final RunningAuth auth = new RunningAuth();

    @BeforeEach
    void start() {
        auth.register("ann");
    }

    @ParameterizedTest
    @CsvSource({"ann, 1000", "nobody, 100"})
    void ofAThousandGuessesFewAreLookedAt(String name, int guesses) {
        Map<ProblemType, Integer> answers = guess(name, null, guesses);

        assertThat(answers.keySet()).containsExactlyInAnyOrder(ProblemType.UNAUTHORIZED, ProblemType.TOO_MANY_REQUESTS);
        assertThat(answers.get(ProblemType.UNAUTHORIZED)).isBetween(1, MOST_EVALUATED / 2);
        assertThat(auth.count("likewire.logins", "outcome", "wrong"))
                .isEqualTo(answers.get(ProblemType.UNAUTHORIZED).longValue());
        assertThat(auth.count("likewire.logins", "outcome", "limited"))
                .isEqualTo(answers.get(ProblemType.TOO_MANY_REQUESTS).longValue());
    }

    @Test
    void whoHasLoggedInBeforeIsNotLockedOut() {
        Session owner = auth.login("ann", PASSWORD);
        guess("ann", null, 100);

        Session again =
                auth.client.login(who("ann", PASSWORD), owner.device(), call()).await();
        assertThat(again.account()).isEqualTo(owner.account());
        assertThat(again.device()).isNull();
        auth.client.refresh(owner.refreshToken(), call()).await();
    }

    @Test
    void aDeviceOfSomebodyElseIsWorthNothing() {
        auth.register("bob");
        String bobs = auth.login("bob", PASSWORD).device();
        Map<ProblemType, Integer> guesses = guess("ann", bobs, 100);
        assertThat(guesses.get(ProblemType.UNAUTHORIZED)).isLessThanOrEqualTo(MOST_EVALUATED / 2);
    }

    @Test
    void evenWithADeviceThereIsAnEnd() {
        Session owner = auth.login("ann", PASSWORD);
        Map<ProblemType, Integer> guesses = guess("ann", owner.device(), 100);
        assertThat(guesses.get(ProblemType.UNAUTHORIZED)).isLessThanOrEqualTo(MOST_EVALUATED);
    }

    @Test
    void theRightPasswordUsesNothingUp() {
        for (int i = 0; i < 15; i++) {
            assertThat(auth.login("ann", PASSWORD).account().username()).isEqualTo("ann");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 8", "true, 11"})
    void whoIsRefusedLearnsForHowLong(boolean known, int attempts) {
        String device = known ? auth.login("ann", PASSWORD).device() : null;
        long start = System.nanoTime();
        guess("ann", device, attempts);
        Refusal refused = catchThrowableOfType(Refusal.class, () -> auth.client
                .login(who("ann", "one-guess-more"), device, call())
                .await());
        long passed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + 2;

        assertThat(refused.getMessage()).isEqualTo("Too many sign-in attempts");
        assertThat(refused.retryAfter()).isBetween(100 - passed, 100L);
    }

    private Map<ProblemType, Integer> guess(String name, String device, int times) {
        Map<ProblemType, Integer> answers = new EnumMap<>(ProblemType.class);
        for (int i = 0; i < times; i++) {
            try {
                auth.client
                        .login(who(name, "guess-number-" + i), device, call())
                        .await();
            } catch (Refusal refusal) {
                answers.merge(refusal.type(), 1, Integer::sum);
            }
        }
        return answers;
    }
}
