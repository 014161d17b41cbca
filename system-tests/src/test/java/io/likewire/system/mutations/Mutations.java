package io.likewire.system.mutations;

import io.likewire.system.mutations.Mutation.Edit;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes that systems of this kind are made with. */
final class Mutations {
    private static final String PLATFORM = "platform/src/main/java/io/likewire/platform/";
    private static final String LIKES = "likes-verticle/src/main/java/io/likewire/likes/";
    private static final String PRODUCTS = "products-verticle/src/main/java/io/likewire/products/";
    private static final String PROMISES = "io.likewire.system.promises.";

    private Mutations() {}

    static Stream<Mutation> all() {
        return Stream.of(
                acknowledgeBeforeApplying(),
                applyWhateverComes(),
                publishAfterTheCommitWithoutAnOutbox(),
                forgetAConfirm(),
                countFromAffectedRows(),
                skipTheProductLock(),
                bringDeletedProductsBack(),
                parkWhatADatabaseRefuses());
    }

    private static Mutation acknowledgeBeforeApplying() {
        Edit edit = new Edit(PLATFORM + "broker/UnacknowledgedDeliveries.java", """
                        deliveryRetry
                                .settle(batch)
                                .compose(settled -> acknowledge(batch, settled))
                """, """
                        acknowledge(batch, batch.size())
                                .compose(settled -> deliveryRetry.settle(batch).mapEmpty())
                """);
        return new Mutation(
                "acknowledge before applying",
                "products-verticle",
                edit,
                PROMISES + "InfrastructureIsNotPoisonIT#readerThatDiesManyTimesWithItsMessagesInHandLosesNone");
    }

    private static Mutation applyWhateverComes() {
        Edit edit = new Edit(
                PRODUCTS + "store/Statements.java", "WHERE products.likes_version < newest.version", "WHERE 1 = 1");
        return new Mutation(
                "apply counts whatever their version",
                "products-verticle",
                edit,
                PROMISES + "OrderIsIrrelevantIT#eventsAboutCountsInAnyOrderEndInTheNewestAndBringNoDeletedProductBack");
    }

    private static Mutation publishAfterTheCommitWithoutAnOutbox() {
        Edit noRow = new Edit(LIKES + "store/Announcements.java", """
                        return Statements.ANNOUNCE.change(
                                transaction, changes.stream().map(Announcements::values).toList());
                """, """
                        return Future.<Void>succeededFuture().onSuccess(done -> AnnouncementRelay.direct.publish(changes.stream()
                                .map(change -> AnnouncementRelay.message(
                                        new io.likewire.contracts.events.LikesEvent(
                                                change.count().productId(),
                                                change.count().likes(),
                                                change.count().version(),
                                                change.added(),
                                                change.removed()),
                                        change.traceparent()))
                                .toList()));
                """);
        Edit direct = new Edit(
                LIKES + "store/AnnouncementRelay.java",
                "    private static OutgoingMessage message(",
                "    static Publisher direct;\n\n    static OutgoingMessage message(");
        Edit wired = new Edit(
                LIKES + "store/AnnouncementRelay.java",
                "        this.publisher = publisher;\n",
                "        this.publisher = publisher;\n        direct = publisher;\n");
        return new Mutation(
                "publish without an outbox",
                "likes-verticle",
                List.of(noRow, direct, wired),
                PROMISES + "BoundedOutageIT#withoutTheBrokerNoLikeFails");
    }

    private static Mutation forgetAConfirm() {
        Edit edit =
                new Edit(LIKES + "store/AnnouncementRelay.java", "if (outcome.confirmed().get(i)) {", "if (i >= 0) {");
        return new Mutation(
                "forget to wait for a confirm",
                "likes-verticle",
                edit,
                PROMISES + "BoundedOutageIT#whatWasLikedOnlyWithoutTheBrokerIsToldWhenItIsBack");
    }

    /** What an upsert reports as a row is a like to whoever believes it. */
    private static Mutation countFromAffectedRows() {
        Edit edit = new Edit(LIKES + "domain/Fold.java", """
                        if (maker != null) {
                            return tally.answer(true, maker.equals(command.id()));
                        }
                """, "");
        return new Mutation(
                "count from affected rows",
                "likes-verticle",
                edit,
                PROMISES + "HotProductIT#productThatEverybodyWantsIsCountedExactlyAndNobodySeesAnError");
    }

    private static Mutation skipTheProductLock() {
        Edit edit = new Edit(LIKES + "store/Statements.java", "ORDER BY id FOR UPDATE", "ORDER BY id");
        return new Mutation(
                "skip the product's lock",
                "likes-verticle",
                edit,
                "io.likewire.system.cluster.TwoNodesIT#visitorsWhoLikeOneProductAtOnceAreAllCounted");
    }

    private static Mutation bringDeletedProductsBack() {
        Edit edit = new Edit(
                LIKES + "store/Statements.java", "deleted = deleted OR VALUES(deleted)", "deleted = VALUES(deleted)");
        return new Mutation(
                "bring deleted products back",
                "likes-verticle",
                edit,
                PROMISES + "OrderIsIrrelevantIT#eventsAboutProductsInAnyOrderEndInTheSameReplicas");
    }

    private static Mutation parkWhatADatabaseRefuses() {
        Edit edit =
                new Edit(PLATFORM + "broker/QueueHandlers.java", "isTemporary(failure) ? OUTAGE : UNKNOWN", "UNKNOWN");
        return new Mutation(
                "take an outage for poison",
                "products-verticle",
                edit,
                PROMISES
                        + "InfrastructureIsNotPoisonIT#withoutADatabaseNothingIsParkedAndEverythingIsAppliedAfterwards");
    }
}
