package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody looks for in titles. Words are runs of letters, digits and their marks; all else only separates them, so
 * there are no operators. A title must have all of them.
 *
 * @param text as it was typed, normalized as titles are, without what shows nothing
 * @param words each once
 * @param open whether the last word may go on: nothing was typed after it
 */
public record SearchText(String text, List<String> words, boolean open) {
    private static final int TEXT_MAX = 200;
    private static final int WORDS_MAX = 10;
    /** A hyphen or break that may be shown there, joiners: within a word they are no end of it. */
    private static final Pattern HIDDEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** @throws Refusal that names the field {@code q} */
    public static SearchText parse(String typed) {
        String all = Titles.normalized(typed);
        if (all.isBlank()) {
            throw refused("This field may not be blank.");
        }
        String text = HIDDEN.matcher(all).replaceAll("");
        if (text.codePointCount(0, text.length()) > TEXT_MAX) {
            throw refused("Ensure this field has no more than " + TEXT_MAX + " characters.");
        }
        List<String> parts = new ArrayList<>(List.of(SEPARATORS.split(text)));
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) {
            throw refused("Enter a letter or number.");
        }
        Set<String> words = new LinkedHashSet<>(parts.subList(0, parts.size() - 1));
        String last = parts.get(parts.size() - 1);
        words.remove(last);
        words.add(last);
        if (words.size() > WORDS_MAX) {
            throw refused("Ensure this field has no more than " + WORDS_MAX + " words.");
        }
        boolean separated = SEPARATORS
                .matcher(text.substring(text.offsetByCodePoints(text.length(), -1)))
                .matches();
        return new SearchText(text, List.copyOf(words), !separated);
    }

    private static Refusal refused(String sentence) {
        return Refusal.invalid("q", sentence);
    }
}
