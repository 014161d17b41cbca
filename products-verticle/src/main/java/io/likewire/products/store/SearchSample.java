package io.likewire.products.store;

import io.vertx.sqlclient.Row;

/**
 * How common words are: in how many of some products all of them are, and each.
 */
record SearchSample(long all, long[] each) {
    /** Of 500: where one product in a hundred is a hit, a page is full after a few thousand. */
    private static final int COMMON = 5;

    /** Of 500: what the full-text index would bring is more than the list's neighbourhood. */
    private static final int EVERYWHERE = 100;

    static SearchSample read(Row row, int words) {
        long[] each = new long[words];
        for (int i = 0; i < words; i++) {
            each[i] = row.getLong(i + 1);
        }
        return new SearchSample(row.getLong(0), each);
    }

    /** The term of the rarest word, among equals the longest; null where reading along the list is quicker. */
    String bestWord(SearchWords words) {
        if (all >= COMMON) {
            return null;
        }
        String best = null;
        long fewest = EVERYWHERE;
        for (int i = 0; i < each.length; i++) {
            String term = words.terms().get(i);
            boolean longer = best != null && term != null && term.length() > best.length();
            if (term != null && (each[i] < fewest || each[i] == fewest && longer)) {
                best = term;
                fewest = each[i];
            }
        }
        return best;
    }
}
