package io.likewire.tutorial.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.tutorial.wire.TutorialEvent;
import io.likewire.tutorial.wire.TutorialMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BridgedProductTest {
    private final BridgedProduct bridgedProduct = new BridgedProduct(7, false, false, 0, 0, 0, 0, 0);

    @Test
    void theFirstThatIsHeardOfAProductIsItsCreation() {
        assertThat(events(product(EventType.PRODUCT_UPDATED, 20))).containsExactly(TutorialEvent.PRODUCT_CREATED);
        assertThat(events(product(EventType.PRODUCT_CREATED, 10))).isEmpty();
        assertThat(events(product(EventType.PRODUCT_UPDATED, 30))).containsExactly(TutorialEvent.PRODUCT_UPDATED);
        assertThat(events(product(EventType.PRODUCT_UPDATED, 30))).isEmpty();
    }

    @Test
    void aDeletedProductIsNeverHeardOfAgain() {
        product(EventType.PRODUCT_CREATED, 10);
        assertThat(events(product(EventType.PRODUCT_DELETED, 20))).containsExactly(TutorialEvent.PRODUCT_DELETED);
        assertThat(product(EventType.PRODUCT_UPDATED, 30)).isEmpty();
        assertThat(likes(5, 10)).isZero();
    }

    @Test
    void nobodyHearsOfTheEndOfWhatNobodyHeardOf() {
        assertThat(product(EventType.PRODUCT_DELETED, 20)).isEmpty();
        assertThat(product(EventType.PRODUCT_CREATED, 10)).isEmpty();
    }

    @Test
    void aCountThatGrewIsAsManyLikes() {
        assertThat(likes(3, 10)).isEqualTo(3);
        assertThat(likes(4, 20)).isEqualTo(1);
        assertThat(likes(4, 30)).isZero();
    }

    @Test
    void aCountThatFellIsNotToldAndWhatComesBackIs() {
        likes(3, 10);
        assertThat(likes(2, 20)).isZero();
        assertThat(likes(3, 30)).isEqualTo(1);
    }

    @Test
    void theBodyOfAProductHasTheNewestCount() {
        likes(3, 10);
        assertThat(product(EventType.PRODUCT_CREATED, 10).get(0).body().toString())
                .isEqualTo("{\"id\": 7, \"title\": \"Tea\", \"image\": \"/tea.svg\", \"likes\": 3}");
    }

    @Test
    void repeatsAndDisorderMakeNoLikeMoreOrLess() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            BridgedProduct fresh = new BridgedProduct(7, true, false, 1, 0, 0, 0, 0);
            List<Long> events =
                    new ArrayList<>(LongStream.rangeClosed(1, 40).boxed().toList());
            events.addAll(events.subList(0, random.nextInt(40)));
            Collections.shuffle(events, random);
            events.add(40L);
            long sum = events.stream()
                    .mapToLong(n -> sum(fresh.hear(new LikesEvent(7, n, n, 1, 0))))
                    .sum();
            assertThat(sum).isEqualTo(40);
        }
    }

    @Test
    void likesThatCameFromThereAreNotToldBack() {
        BridgedProduct imported = new BridgedProduct(7, true, false, 1, 0, 0, 5, 0);
        assertThat(sum(imported.hear(new LikesEvent(7, 3, 10, 3, 0)))).isZero();
        assertThat(sum(imported.hear(new LikesEvent(7, 6, 20, 3, 0)))).isEqualTo(1);
        assertThat(sum(imported.hear(new LikesEvent(7, 8, 30, 2, 0)))).isEqualTo(2);
    }

    @Test
    void whatWasToldIsNotTheirs() {
        likes(3, 10);
        likes(1, 20);
        likes(2, 30);
        assertThat(bridgedProduct.theirs(9)).isEqualTo(5);
        assertThat(bridgedProduct.theirs(3)).isZero();
    }

    @Test
    void growthThatTheyCannotCountWaitsUntilTheyHaveTheProduct() {
        BridgedProduct theirs = new BridgedProduct(7, false, false, 1, 3, 10, 0, 0);
        assertThat(theirs.hearIfKnown(new LikesEvent(7, 5, 20, 2, 0))).isEmpty();

        BridgedProduct known = new BridgedProduct(7, true, false, 1, (long) theirs.values()[4], 10, 0, 0);
        assertThat(sum(known.hearIfKnown(new LikesEvent(7, 6, 30, 1, 0)))).isEqualTo(3);
    }

    @Test
    void manyLikesAreSeveralRows() {
        List<TutorialMessage> messages = bridgedProduct.hear(new LikesEvent(7, 1_200, 10, 1, 0));
        assertThat(messages).extracting(TutorialMessage::times).containsExactly(500, 500, 200);
    }

    private List<TutorialMessage> product(EventType type, long version) {
        return tell(bridgedProduct.hear(type, new ProductEvent(7, "Tea", "/tea.svg", version, null)));
    }

    private long likes(long count, long version) {
        return sum(tell(bridgedProduct.hear(new LikesEvent(7, count, version, 1, 0))));
    }

    private List<TutorialMessage> tell(List<TutorialMessage> messages) {
        bridgedProduct.tell(messages);
        return messages;
    }

    private static long sum(List<TutorialMessage> messages) {
        return messages.stream().mapToLong(TutorialMessage::times).sum();
    }

    private static List<TutorialEvent> events(List<TutorialMessage> messages) {
        return messages.stream().map(TutorialMessage::event).toList();
    }
}
