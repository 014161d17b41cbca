package io.likewire.tutorial.inbound;

import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Applies deliveries as commands to another service: some at a time, in order, for as long as there is time. What follows the
 * first that failed has no verdict, nor has what the time was too short for.
 */
final class CommandPieces {
    /** With the piece in hand, whose commands have deadlines of their own, it stays within what a batch may take. */
    private static final long TIME_NS = TimeUnit.SECONDS.toNanos(2);

    private CommandPieces() {}

    static Future<List<Verdict>> apply(
            List<Delivery> deliveries, int size, Function<Delivery, Future<Verdict>> command) {
        return next(List.of(), deliveries, size, command, System.nanoTime() + TIME_NS);
    }

    private static Future<List<Verdict>> next(
            List<Verdict> before,
            List<Delivery> deliveries,
            int size,
            Function<Delivery, Future<Verdict>> command,
            long until) {
        int end = Math.min(deliveries.size(), before.size() + size);
        List<Future<Verdict>> piece =
                deliveries.subList(before.size(), end).stream().map(command).toList();
        return Future.join(piece).transform(ended -> {
            List<Verdict> verdicts = new ArrayList<>(before);
            piece.stream().takeWhile(Future::succeeded).map(Future::result).forEach(verdicts::add);
            if (verdicts.isEmpty()) {
                return Future.failedFuture(piece.get(0).cause());
            }
            boolean enough = ended.failed() || end == deliveries.size() || System.nanoTime() - until > 0;
            return enough ? Future.succeededFuture(verdicts) : next(verdicts, deliveries, size, command, until);
        });
    }
}
