package io.likewire.platform.log;

import java.util.Locale;

/**
 * Makes characters visible that would otherwise act: line ends that forge lines, escape sequences that move a terminal's
 * cursor, marks that reverse what is read, characters of no width.
 */
final class Visible {
    private Visible() {}

    /** Each as a backslash, a u and four hexadecimal digits, in every form of the log; tabs stay. */
    static String of(String text) {
        StringBuilder visible = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (acts(text, i, c)) {
                visible = visible == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : visible;
                visible.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (visible != null) {
                visible.append(c);
            }
        }
        return visible == null ? text : visible.toString();
    }

    private static boolean acts(String text, int index, char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE -> isAlone(text, index, c);
            default -> false;
        };
    }

    private static boolean isAlone(String text, int index, char c) {
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
