package io.likewire.gateway.lists;

import java.util.List;
import java.util.stream.Stream;

/** Ids as text: digits without a leading zero, above 0 and below 2^63. Whatever else stands there names nothing. */
public final class Ids {
    public static final long NONE = -1;
    private static final int MOST_DIGITS = 19;

    private Ids() {}

    /** The id that {@code text} spells from {@code start} on, or {@link #NONE}. */
    public static long parse(String text, int start) {
        int digits = text.length() - start;
        if (digits < 1 || digits > MOST_DIGITS || text.charAt(start) == '0') {
            return NONE;
        }
        long id = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            id = id * 10 + digit;
        }
        // 19 digits overflow into a negative number at most once
        return id > 0 ? id : NONE;
    }

    /** Of a text with commas between them, each once; null unless all are ids, and so many at most. */
    public static List<Long> list(String text, int most) {
        List<Long> ids =
                Stream.of(text.split(",", most + 1)).map(id -> parse(id, 0)).toList();
        boolean good = ids.size() <= most && !ids.contains(NONE);
        return good ? ids.stream().distinct().toList() : null;
    }
}
