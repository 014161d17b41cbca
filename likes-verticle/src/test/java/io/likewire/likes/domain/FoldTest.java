package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.likes.domain.LikeResult.Absence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final long LATER = Long.MAX_VALUE;
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());
    private static final Liker BOB = Liker.visitor(UUID.randomUUID());
    private static final LockedProduct TEA = new LockedProduct(7, 40, 100, 200, false);

    private final LikeCommand annLikes = LikeCommand.like(7, ANN, UUID.randomUUID(), LATER);
    private final LikeCommand annUnlikes = LikeCommand.unlike(7, ANN, UUID.randomUUID(), LATER);
    private final LikeCommand annLikesAgain = LikeCommand.like(7, ANN, UUID.randomUUID(), LATER);
    private final LikeCommand bobLikes = LikeCommand.like(7, BOB, UUID.randomUUID(), LATER);

    @Test
    void manyLikesBecomeOneCount() {
        BatchResult changes = fold(Map.of(), annLikes, bobLikes);

        assertThat(changes.counts()).containsExactly(new CountChange(new LikeCount(7, 42, 200), 2, 0));
        assertThat(changes.written()).containsEntry(annLikes.pair(), annLikes.id());
        assertThat(changes.written()).hasSize(2);
    }

    @Test
    void everyAnswerOfABatchNamesItsFinalCountAndVersion() {
        BatchResult changes = fold(Map.of(), annLikes, bobLikes);

        LikeCount end = new LikeCount(7, 42, 200);
        assertThat(changes.answers())
                .extracting(LikeResult::outcome)
                .containsExactly(new LikeOutcome(true, true, end), new LikeOutcome(true, true, end));
    }

    @Test
    void aSecondLikeOfTheSameLikerChangesNothing() {
        BatchResult changes = fold(Map.of(), annLikes, annLikesAgain);

        assertThat(changed(changes)).containsExactly(true, false);
        assertThat(changes.counts().get(0).count().likes()).isEqualTo(41);
    }

    @Test
    void anExistingLikeIsAnsweredWithTheCountAsItIs() {
        BatchResult changes = fold(Map.of(annLikes.pair(), UUID.randomUUID()), annLikes);

        assertThat(changes.answers().get(0).outcome())
                .isEqualTo(new LikeOutcome(true, false, new LikeCount(7, 40, 100)));
        assertThat(changes.counts()).isEmpty();
        assertThat(changes.written()).isEmpty();
    }

    @Test
    void theRepeatOfACommandIsASuccessAndChangesNothing() {
        BatchResult changes = fold(Map.of(annLikes.pair(), annLikes.id()), annLikes);

        assertThat(changed(changes)).containsExactly(true);
        assertThat(changes.counts()).isEmpty();
        assertThat(changes.written()).isEmpty();
    }

    @Test
    void likeAndUnlikeInOneBatchLeaveNoRow() {
        BatchResult changes = fold(Map.of(), annLikes, annUnlikes);

        assertThat(changed(changes)).containsExactly(true, true);
        assertThat(changes.written()).isEmpty();
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.counts()).containsExactly(new CountChange(new LikeCount(7, 40, 200), 1, 1));
    }

    @Test
    void aLikeTakenBackAndGivenAgainBelongsToTheNewerCommand() {
        BatchResult changes = fold(Map.of(annLikes.pair(), annLikes.id()), annUnlikes, annLikesAgain);

        assertThat(changes.written()).containsExactly(Map.entry(annLikes.pair(), annLikesAgain.id()));
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.counts().get(0).count().likes()).isEqualTo(40);
    }

    @Test
    void anUnlikeOfAnExistingLikeRemovesItsRow() {
        BatchResult changes = fold(Map.of(annLikes.pair(), annLikes.id()), annUnlikes, bobLikes);

        assertThat(changes.removed()).containsExactly(annLikes.pair());
        assertThat(changes.written()).containsOnlyKeys(bobLikes.pair());
        assertThat(changes.counts()).containsExactly(new CountChange(new LikeCount(7, 40, 200), 1, 1));
    }

    @Test
    void anUnlikeOfNothingIsFineAndChangesNothing() {
        BatchResult changes = fold(Map.of(), annUnlikes);

        assertThat(changes.answers().get(0).outcome())
                .isEqualTo(new LikeOutcome(false, false, new LikeCount(7, 40, 100)));
        assertThat(changes.counts()).isEmpty();
    }

    @Test
    void unknownAndDeletedProductsAreToldApart() {
        LockedProduct gone = new LockedProduct(8, 5, 100, 200, true);
        LikeCommand likesGone = LikeCommand.like(8, ANN, UUID.randomUUID(), LATER);
        LikeCommand likesUnknown = LikeCommand.like(9, ANN, UUID.randomUUID(), LATER);

        BatchResult changes = new Fold(List.of(TEA, gone), Map.of(), 0).of(List.of(likesGone, likesUnknown, annLikes));

        assertThat(changes.answers())
                .extracting(LikeResult::absence)
                .containsExactly(Absence.DELETED, Absence.UNKNOWN, null);
        assertThat(changes.counts())
                .extracting(change -> change.count().productId())
                .containsExactly(7L);
    }

    @Test
    void whatIsLateIsNotPlayedAndTheRestIs() {
        LikeCommand late = LikeCommand.unlike(7, BOB, UUID.randomUUID(), 1_000);

        BatchResult changes =
                new Fold(List.of(TEA), Map.of(late.pair(), UUID.randomUUID()), 1_000).of(List.of(late, annLikes));

        assertThat(changes.answers()).extracting(LikeResult::absence).containsExactly(Absence.LATE, null);
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.written()).containsOnlyKeys(annLikes.pair());
    }

    private static BatchResult fold(Map<LikeKey, UUID> likes, LikeCommand... commands) {
        return new Fold(List.of(TEA), likes, 0).of(List.of(commands));
    }

    private static List<Boolean> changed(BatchResult changes) {
        return changes.answers().stream()
                .map(answer -> answer.outcome().changed())
                .toList();
    }
}
