package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Many commands in, few changes out: commands are applied in order of arrival against the locked state. Each gets its own
 * answer; each pair ends in one insert, one delete or nothing; each product in one count.
 */
public final class Fold {
    private final long now;
    private final Map<LikeKey, UUID> before;
    private final Map<LikeKey, UUID> after;
    private final Map<Long, Tally> tallies = new TreeMap<>();
    private final List<LikeResult> answers = new ArrayList<>();

    /**
     * @param products the locked rows; a product that isn't among them is unknown here
     * @param now epoch milliseconds, while the products were locked: what is late by then is not applied
     * @param likes the likes among the commands' pairs, with the commands that made them
     */
    public Fold(Collection<LockedProduct> products, Map<LikeKey, UUID> likes, long now) {
        this.now = now;
        this.before = Map.copyOf(likes);
        this.after = new HashMap<>(likes);
        products.forEach(product -> tallies.put(product.id(), new Tally(product)));
    }

    public BatchResult of(List<LikeCommand> commands) {
        commands.forEach(command -> answers.add(apply(command)));
        List<LikeResult> finished = answers.stream().map(this::withCount).toList();
        return new BatchResult(finished, written(), removed(), counts());
    }

    private LikeResult apply(LikeCommand command) {
        if (command.expired(now)) {
            return LikeResult.LATE;
        }
        Tally tally = tallies.get(command.pair().productId());
        if (tally == null) {
            return LikeResult.UNKNOWN_PRODUCT;
        }
        if (tally.product.deleted()) {
            return LikeResult.DELETED_PRODUCT;
        }
        return command.like() ? like(command, tally) : unlike(command, tally);
    }

    private LikeResult like(LikeCommand command, Tally tally) {
        UUID maker = after.get(command.pair());
        if (maker != null) {
            return tally.answer(true, maker.equals(command.id()));
        }
        after.put(command.pair(), command.id());
        tally.added++;
        tally.traceparent = command.traceparent();
        return tally.answer(true, true);
    }

    private LikeResult unlike(LikeCommand command, Tally tally) {
        if (after.remove(command.pair()) == null) {
            return tally.answer(false, false);
        }
        tally.removed++;
        tally.traceparent = command.traceparent();
        return tally.answer(false, true);
    }

    /** All commands of a batch see its end: one version never names two counts. */
    private LikeResult withCount(LikeResult answer) {
        return answer.outcome() == null
                ? answer
                : answer.withCount(tallies.get(answer.productId()).count());
    }

    private TreeMap<LikeKey, UUID> written() {
        TreeMap<LikeKey, UUID> written = new TreeMap<>();
        after.forEach((pair, maker) -> {
            if (!maker.equals(before.get(pair))) {
                written.put(pair, maker);
            }
        });
        return written;
    }

    private List<LikeKey> removed() {
        return before.keySet().stream()
                .filter(pair -> !after.containsKey(pair))
                .sorted()
                .toList();
    }

    private List<CountChange> counts() {
        return tallies.values().stream()
                .filter(Tally::isTouched)
                .map(Tally::change)
                .toList();
    }

    /** A product's count while the commands are applied. */
    private static final class Tally {
        private final LockedProduct product;
        private int added;
        private int removed;
        private String traceparent;

        private Tally(LockedProduct product) {
            this.product = product;
        }

        private boolean isTouched() {
            return added + removed > 0;
        }

        private LikeCount count() {
            long version = isTouched() ? product.nextVersion() : product.version();
            return new LikeCount(product.id(), product.likes() + added - removed, version);
        }

        private LikeResult answer(boolean liked, boolean changed) {
            return new LikeResult(new LikeOutcome(liked, changed, count()), null);
        }

        private CountChange change() {
            return new CountChange(count(), added, removed, traceparent);
        }
    }
}
