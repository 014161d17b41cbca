package io.likewire.likes.domain;

import io.likewire.contracts.bus.Liker;
import java.util.Arrays;
import java.util.Comparator;

/** Who likes what: the key of a like. Ordered as the database orders its primary key. */
public record LikeKey(long productId, Liker liker) implements Comparable<LikeKey> {
    private static final Comparator<LikeKey> ORDER = Comparator.comparingLong(LikeKey::productId)
            .thenComparing(pair -> pair.liker().bytes(), Arrays::compareUnsigned);

    @Override
    public int compareTo(LikeKey other) {
        return ORDER.compare(this, other);
    }
}
