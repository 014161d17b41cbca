package io.likewire.products.store;

import io.vertx.sqlclient.Row;

/**
 * How common words are: in how many of some products all of them are, and what the full-text index would bring for each.
 */
record SearchSample(long all, long[] each) {
    /** Of 500: where one product in a hundred is a hit, a page is full after a few thousand. */
    private static final int COMMON = 5;

    /** Of 500: more than this share of all products is too much to take from the full-text index. */
    private static final int EVERYWHERE = 50;

    static SearchSample read(Row row, int words) {
        long[] each = new long[words];
        for (int i = 0; i < words; i++) {
            each[i] = row.getLong(i + 1);
        }
        return new SearchSample(row.getLong(0), each);
    }

    boolean common() {
        return all >= COMMON;
    }

    /** The term of the rarest word, among equals the longest; null where the full-text index would bring too much. */
    String rarestTerm(SearchWords words) {
        String rarest = null;
        long fewest = EVERYWHERE;
        for (int i = 0; i < each.length; i++) {
            String term = words.terms().get(i);
            boolean longer = rarest != null && term != null && term.length() > rarest.length();
            if (term != null && (each[i] < fewest || each[i] == fewest && longer)) {
                rarest = term;
                fewest = each[i];
            }
        }
        return rarest;
    }
}
