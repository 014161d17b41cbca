package io.likewire.system.rig.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tables say against the ledger.
 *
 * @param lost accepted, and the table says otherwise
 * @param unexpected in the table and never asked for, or certainly rejected
 * @param recovered unknown to the caller, and there
 * @param duplicated by how much counts are above their rows
 */
public record Verdict(
        long accepted,
        long present,
        long rejected,
        long unknown,
        List<Like> lost,
        List<Like> unexpected,
        long recovered,
        long duplicated) {
    private static final int SHOWN = 20;

    public static Verdict on(Book book, Set<Like> rows, long duplicated) {
        List<Like> lost = new ArrayList<>();
        Set<Like> unexpected = new HashSet<>(rows);
        long recovered = 0;
        for (Map.Entry<Like, Expectation> entry : book.expectations().entrySet()) {
            Like like = entry.getKey();
            Expectation expected = entry.getValue();
            boolean row = rows.contains(like);
            if (expected.isLost(row)) {
                lost.add(like);
            }
            if (expected.isUnexpected(row)) {
                unexpected.add(like);
            } else {
                unexpected.remove(like);
            }
            recovered += expected.isRecovered(row) ? 1 : 0;
        }
        return new Verdict(
                book.count(Outcome.ACCEPTED),
                book.count(Outcome.PRESENT),
                book.count(Outcome.REJECTED),
                book.count(Outcome.UNKNOWN),
                lost,
                List.copyOf(unexpected),
                recovered,
                duplicated);
    }

    public boolean isGood() {
        return lost.isEmpty() && unexpected.isEmpty() && duplicated == 0;
    }

    public JsonObject toJson() {
        return new JsonObject()
                .put("accepted", accepted)
                .put("present", present)
                .put("rejected", rejected)
                .put("unknown", unknown)
                .put("lost", lost.size())
                .put("unexpected", unexpected.size())
                .put("duplicated", duplicated)
                .put("recovered", recovered)
                .put("lostLikes", some(lost))
                .put("unexpectedLikes", some(unexpected));
    }

    private static JsonArray some(List<Like> likes) {
        return new JsonArray(likes.stream().limit(SHOWN).map(Like::toString).toList());
    }
}
