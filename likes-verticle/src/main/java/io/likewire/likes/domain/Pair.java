package io.likewire.likes.domain;

import io.likewire.contracts.bus.Liker;
import java.util.Arrays;
import java.util.Comparator;

/** Who likes what: the key of a like. Ordered as the database orders its primary key. */
public record Pair(long productId, Liker liker) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER = Comparator.comparingLong(Pair::productId)
            .thenComparing(pair -> pair.liker().bytes(), Arrays::compareUnsigned);

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
