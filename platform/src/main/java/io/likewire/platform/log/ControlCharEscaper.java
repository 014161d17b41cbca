package io.likewire.platform.log;

import java.util.Locale;

/**
 * Makes characters visible that would otherwise act: line ends that forge lines, escape sequences that move a terminal's
 * cursor, marks that reverse what is read, characters of no width.
 */
final class ControlCharEscaper {
    private ControlCharEscaper() {}

    /** Each as a backslash, a u and four hexadecimal digits, in every form of the log; tabs stay. */
    static String of(String text) {
        StringBuilder controlCharEscaper = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (acts(text, i, c)) {
                controlCharEscaper = controlCharEscaper == null
                        ? new StringBuilder(text.length() + 16).append(text, 0, i)
                        : controlCharEscaper;
                controlCharEscaper.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (controlCharEscaper != null) {
                controlCharEscaper.append(c);
            }
        }
        return controlCharEscaper == null ? text : controlCharEscaper.toString();
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
