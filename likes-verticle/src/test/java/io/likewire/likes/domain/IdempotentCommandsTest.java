package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.platform.idempotency.StoredAnswer;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotentCommandsTest {
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());
    private static final LikeOutcome EARLIER = new LikeOutcome(true, true, new LikeCount(7, 3, 50));
    private static final LockedProduct TEA = new LockedProduct(7, 40, 100, 200, false);

    @Test
    void withoutKeysEverythingIsPlayed() {
        LikeCommand like = command(7, null);

        assertThat(repeats(Map.of(), like, like).first()).containsExactly(like, like);
    }

    @Test
    void ofSeveralWithOneKeyTheFirstIsPlayedAndTheOthersGetItsAnswer() {
        BatchResult changes =
                apply(Map.of(), command(7, "k-1"), command(7, "k-1"), command(7, null), command(7, "k-1"));

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
        LikeCommand first = command(7, "k-1");

        BatchResult changes = apply(kept(first), command(7, "k-1"));

        assertThat(changes.answers()).containsExactly(new LikeResult(EARLIER.replay(), null));
        assertThat(changes.counts()).isEmpty();
    }

    @Test
    void theCommandThatTheKeyBelongsToGetsItsAnswerAndNoReplay() {
        LikeCommand first = command(7, "k-1");

        assertThat(apply(kept(first), first).answers()).containsExactly(new LikeResult(EARLIER, null));
    }

    @Test
    void anotherRequestWithAKnownKeyHasNoOutcome() {
        BatchResult changes = apply(kept(command(7, "k-1")), command(8, "k-1"), command(7, "k-2"), command(8, "k-2"));

        assertThat(changes.answers().get(0).absence()).isEqualTo(Absence.OTHER_REQUEST);
        assertThat(changes.answers().get(1).outcome().changed()).isTrue();
        assertThat(changes.answers().get(2).absence()).isEqualTo(Absence.OTHER_REQUEST);
    }

    @Test
    void onlyOutcomesAreKept() {
        IdempotentCommands idempotentCommands =
                repeats(Map.of(), command(7, "k-1"), command(9, "k-2"), command(7, null));

        List<StoredAnswer> kept = idempotentCommands.toKeep(fold(idempotentCommands));

        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).first().key()).isEqualTo(command(7, "k-1").key());
    }

    private static BatchResult apply(Map<String, StoredAnswer> kept, LikeCommand... commands) {
        IdempotentCommands idempotentCommands = repeats(kept, commands);
        return idempotentCommands.answerAll(fold(idempotentCommands));
    }

    private static IdempotentCommands repeats(Map<String, StoredAnswer> kept, LikeCommand... commands) {
        return new IdempotentCommands(Stream.of(commands).toList(), kept);
    }

    private static BatchResult fold(IdempotentCommands idempotentCommands) {
        return new Fold(List.of(TEA), Map.of(), 0).of(idempotentCommands.first());
    }

    private static Map<String, StoredAnswer> kept(LikeCommand first) {
        return Map.of(
                first.key().id(),
                new StoredAnswer(first.withKey(), EARLIER.toJson().toBuffer()));
    }

    private static LikeCommand command(long product, String key) {
        LikeCommand like = LikeCommand.like(product, ANN, UUID.randomUUID(), Long.MAX_VALUE);
        return key == null
                ? like
                : like.keyed(RequestKey.of(
                        ANN.toString(), key, "POST", "/api/products/" + product + "/like", Buffer.buffer()));
    }
}
