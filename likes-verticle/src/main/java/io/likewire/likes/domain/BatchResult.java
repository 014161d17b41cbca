package io.likewire.likes.domain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a batch comes to.
 *
 * @param answers one per command, in order
 * @param written likes to insert, or to hand over to a newer command; in key order
 * @param removed likes to delete; in key order
 * @param counts of the products touched; in order of id
 */
public record BatchResult(
        List<LikeResult> answers, SortedMap<LikeKey, UUID> written, List<LikeKey> removed, List<CountChange> counts) {

    /**
     * What the replay of a batch comes to, for those who are told of commits: where the first commit had succeeded after
     * all, nothing was written now, and nobody was told then.
     */
    BatchResult replayed() {
        Map<Long, CountChange> all = new TreeMap<>();
        answers.stream()
                .map(LikeResult::outcome)
                .filter(outcome -> outcome != null && outcome.changed() && !outcome.replayed())
                .forEach(outcome -> all.put(outcome.count().productId(), new CountChange(outcome.count(), 0, 0)));
        counts.forEach(change -> all.put(change.count().productId(), change));
        return new BatchResult(answers, written, removed, List.copyOf(all.values()));
    }

    BatchResult answering(List<LikeResult> all) {
        return new BatchResult(all, written, removed, counts);
    }
}
