package io.likewire.products.store;

import io.likewire.contracts.products.SearchText;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a search as the database is asked for them.
 *
 * @param patterns for LIKE: they alone decide whether a product is found
 * @param terms for the full-text index, each at least as wide as its pattern; null where it knows no such word
 * @param termPatterns for LIKE: what the full-text index would bring for each term; the pattern itself where there is none
 */
record SearchWords(List<Object> patterns, List<String> terms, List<Object> termPatterns) {
    /** Before each word in the column {@code words}. */
    private static final String MARK = "zz";

    /** The index leaves out longer words. */
    private static final int TERM_MAX = 60;

    static SearchWords of(SearchText search) {
        List<Object> patterns = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        List<Object> termPatterns = new ArrayList<>();
        int last = search.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            String word = search.words().get(i);
            boolean open = search.open() && i == last;
            String term = indexed(word);
            boolean cut = term.length() < word.length();
            patterns.add(pattern(word, open));
            terms.add(term.isEmpty() ? null : MARK + term + (open || cut ? "*" : ""));
            termPatterns.add(term.isEmpty() ? pattern(word, open) : pattern(term, open || cut));
        }
        return new SearchWords(List.copyOf(patterns), terms, List.copyOf(termPatterns));
    }

    int size() {
        return patterns.size();
    }

    private static String pattern(String word, boolean open) {
        return "% " + MARK + word + (open ? "%" : " %");
    }

    /** What the index takes for the beginning of a word: marks and rare scripts end one there. */
    private static String indexed(String word) {
        int end = 0;
        while (end < word.length() && end < TERM_MAX && Character.isLetterOrDigit(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }
}
