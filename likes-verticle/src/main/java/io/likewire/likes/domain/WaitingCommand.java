package io.likewire.likes.domain;

import io.vertx.core.Context;
import io.vertx.core.Promise;

/**
 * A command that waits for its batch, and its caller for the answer.
 *
 * @param context the caller's, under whose name the batch runs that begins with it
 * @param withNext both in one transaction
 * @param repaired its product has been repaired for it: that does not help twice
 */
record WaitingCommand(
        LikeCommand command, Promise<LikeResult> answer, Context context, boolean withNext, boolean repaired) {
    long productId() {
        return command.pair().productId();
    }

    WaitingCommand afterRepair() {
        return new WaitingCommand(command, answer, context, withNext, true);
    }
}
