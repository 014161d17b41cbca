package io.likewire.system.rig.ledger;

import java.util.List;
import java.util.Random;

/**
 * What visitors do. Shares are between 0 and 1.
 *
 * @param hot share of the first product
 * @param unlikes share of unlikes
 * @param retries share of requests that the caller repeats, whatever the answer
 * @param reads share of requests after which the product is looked at
 */
public record Habits(int threads, List<Long> products, double hot, double unlikes, double retries, double reads) {
    /** One hot product, some unlikes, some impatience. */
    public static Habits usual(int threads, List<Long> products) {
        return new Habits(threads, products, 0.6, 0.1, 0.05, 0);
    }

    /** Nothing but likes, spread over all products alike. */
    public static Habits likesOnly(int threads, List<Long> products) {
        return new Habits(threads, products, 0, 0, 0, 0);
    }

    public Habits withReads(double share) {
        return new Habits(threads, products, hot, unlikes, retries, share);
    }

    long product(Random random) {
        boolean popular = products.size() == 1 || random.nextDouble() < hot;
        return products.get(popular ? 0 : random.nextInt(hot > 0 ? 1 : 0, products.size()));
    }

    Wish wish(Random random) {
        return random.nextDouble() < unlikes ? Wish.UNLIKE : Wish.LIKE;
    }

    boolean isImpatient(Random random) {
        return random.nextDouble() < retries;
    }

    boolean isCurious(Random random) {
        return random.nextDouble() < reads;
    }
}
