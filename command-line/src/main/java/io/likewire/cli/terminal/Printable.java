package io.likewire.cli.terminal;

import java.util.Locale;

/** Text of others as a terminal may get it: nothing in it moves the cursor, colours or turns what stands around. */
public final class Printable {
    private static final String TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    private static final String BREAKING = "\u2028\u2029\ufeff";

    private Printable() {}

    /** With every such character in the form that JSON has for it, so that JSON stays JSON. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (char next : text.toCharArray()) {
            if (isHarmless(next)) {
                shown.append(next);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            }
        }
        return shown.toString();
    }

    private static boolean isHarmless(char next) {
        return !Character.isISOControl(next) && TURNING.indexOf(next) < 0 && BREAKING.indexOf(next) < 0;
    }
}
