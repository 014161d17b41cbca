package io.likewire.system.rig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    private static final int NO_ANSWER = 0;
    private static final UUID ANN = new UUID(0, 1);
    private static final Like LIKE = new Like(7, ANN);

    @TempDir
    private Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.create(directory.resolve("ledger.jsonl"));
    }

    @Test
    void acceptedLikeWithoutARowIsLost() {
        ask(Wish.LIKE, 200);

        assertThat(verdictWithoutRow().lost()).containsExactly(LIKE);
        assertThat(verdictWithRow().isGood()).isTrue();
    }

    @Test
    void acceptedUnlikeWithARowIsLost() {
        ask(Wish.LIKE, 200);
        ask(Wish.UNLIKE, 200);

        assertThat(verdictWithRow().lost()).containsExactly(LIKE);
        assertThat(verdictWithoutRow().isGood()).isTrue();
    }

    @Test
    void unansweredLikeMayBeThereOrNot() {
        ask(Wish.LIKE, NO_ANSWER);

        assertThat(verdictWithoutRow().isGood()).isTrue();
        assertThat(verdictWithRow().isGood()).isTrue();
        assertThat(verdictWithRow().recovered()).isEqualTo(1);
    }

    @Test
    void repeatOfAnUnansweredLikeThatIsAnsweredMustBeThere() {
        ask(Wish.LIKE, 503);
        ask(Wish.LIKE, 400);

        assertThat(verdictWithoutRow().lost()).containsExactly(LIKE);
        assertThat(verdictWithRow().isGood()).isTrue();
    }

    @Test
    void unansweredUnlikeMayStillTakeEffectAfterALaterLike() {
        ask(Wish.LIKE, 200);
        ask(Wish.UNLIKE, NO_ANSWER);
        ask(Wish.LIKE, 200);

        assertThat(verdictWithoutRow().isGood()).isTrue();
    }

    @Test
    void rowOfARejectedLikeIsUnexpected() {
        ask(Wish.LIKE, 404);

        assertThat(verdictWithRow().unexpected()).containsExactly(LIKE);
    }

    @Test
    void rowThatNobodyAskedForIsUnexpected() {
        assertThat(verdictWithRow().unexpected()).containsExactly(LIKE);
    }

    @Test
    void alreadyLikedWithoutAnyLikeIsUnexpected() {
        ask(Wish.LIKE, 400);

        assertThat(verdictWithRow().unexpected()).containsExactly(LIKE);
    }

    @Test
    void intentWithoutOutcomeIsUnknown() {
        try {
            ledger.enter(Wish.LIKE, ANN, 7, () -> {
                throw new IllegalStateException("the writer of the ledger dies");
            });
        } catch (IllegalStateException expected) {
            assertThat(verdictWithRow().unknown()).isEqualTo(1);
        }
        assertThat(verdictWithRow().recovered()).isEqualTo(1);
    }

    private void ask(Wish wish, int status) {
        ledger.enter(wish, ANN, 7, () -> {
            if (status == NO_ANSWER) {
                throw new UncheckedIOException(new IOException("cut"));
            }
            String text = status == 400 ? "{\"type\":\"/problems/already-liked\"}" : "{}";
            return new Reply(status, HttpHeaders.of(Map.of(), (name, value) -> true), text);
        });
    }

    private Verdict verdictWithRow() {
        return Verdict.on(ledger.read(), Set.of(LIKE), 0);
    }

    private Verdict verdictWithoutRow() {
        return Verdict.on(ledger.read(), Set.of(), 0);
    }
}
