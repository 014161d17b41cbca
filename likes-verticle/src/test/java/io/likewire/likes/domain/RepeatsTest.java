package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.likes.domain.Answer.Absence;
import io.likewire.platform.idempotency.KeptAnswer;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());
    private static final LikeOutcome EARLIER = new LikeOutcome(true, true, new LikeCount(7, 3, 50));
    private static final LockedProduct TEA = new LockedProduct(7, 40, 100, 200, false);

    @Test
    void withoutKeysEverythingIsPlayed() {
        Command like = command(7, null);

        assertThat(repeats(Map.of(), like, like).first()).containsExactly(like, like);
    }

    @Test
    void ofSeveralWithOneKeyTheFirstIsPlayedAndTheOthersGetItsAnswer() {
        Changes changes = play(Map.of(), command(7, "k-1"), command(7, "k-1"), command(7, null), command(7, "k-1"));

        assertThat(changes.answers())
                .extracting(answer -> answer.outcome().changed())
                .containsExactly(true, true, false, true);
        assertThat(changes.answers())
                .extracting(answer -> answer.outcome().replayed())
                .containsExactly(false, true, false, true);
        assertThat(changes.counts()).hasSize(1);
    }

    @Test
    void aKnownKeyIsAnsweredWithoutBeingPlayed() {
        Command first = command(7, "k-1");

        Changes changes = play(kept(first), command(7, "k-1"));

        assertThat(changes.answers()).containsExactly(new Answer(EARLIER.replay(), null));
        assertThat(changes.counts()).isEmpty();
    }

    @Test
    void theCommandThatTheKeyBelongsToGetsItsAnswerAndNoReplay() {
        Command first = command(7, "k-1");

        assertThat(play(kept(first), first).answers()).containsExactly(new Answer(EARLIER, null));
    }

    @Test
    void anotherRequestWithAKnownKeyHasNoOutcome() {
        Changes changes = play(kept(command(7, "k-1")), command(8, "k-1"), command(7, "k-2"), command(8, "k-2"));

        assertThat(changes.answers().get(0).absence()).isEqualTo(Absence.OTHER_REQUEST);
        assertThat(changes.answers().get(1).outcome().changed()).isTrue();
        assertThat(changes.answers().get(2).absence()).isEqualTo(Absence.OTHER_REQUEST);
    }

    @Test
    void onlyOutcomesAreKept() {
        Repeats repeats = repeats(Map.of(), command(7, "k-1"), command(9, "k-2"), command(7, null));

        List<KeptAnswer> kept = repeats.toKeep(fold(repeats));

        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).first().key()).isEqualTo(command(7, "k-1").key());
    }

    private static Changes play(Map<String, KeptAnswer> kept, Command... commands) {
        Repeats repeats = repeats(kept, commands);
        return repeats.answerAll(fold(repeats));
    }

    private static Repeats repeats(Map<String, KeptAnswer> kept, Command... commands) {
        return new Repeats(Stream.of(commands).toList(), kept);
    }

    private static Changes fold(Repeats repeats) {
        return new Fold(List.of(TEA), Map.of(), 0).of(repeats.first());
    }

    private static Map<String, KeptAnswer> kept(Command first) {
        return Map.of(
                first.key().id(),
                new KeptAnswer(first.withKey(), EARLIER.toJson().toBuffer()));
    }

    private static Command command(long product, String key) {
        Command like = Command.like(product, ANN, UUID.randomUUID(), Long.MAX_VALUE);
        return key == null
                ? like
                : like.keyed(RequestKey.of(
                        ANN.toString(), key, "POST", "/api/products/" + product + "/like", Buffer.buffer()));
    }
}
