package io.likewire.contracts.products;

import java.text.Normalizer;

/** Titles as they are stored and searched: Unicode NFC, so that the same letters are the same characters, however they were typed. */
public final class Titles {
    /** Characters that show nothing, but are no blanks and no format characters to Unicode: fillers, selectors, a blank of Braille. */
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private Titles() {}

    public static String normalized(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFC);
    }

    /** Normalized and without blanks around, those that do not break a line among them. */
    static String trimmed(String title) {
        String text = normalized(title);
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether there is nothing to be seen. */
    static boolean isInvisible(String title) {
        return title.codePoints().allMatch(c -> isBlank(c) || isHidden(c));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHidden(int c) {
        boolean selector = c >= 0x180B && c <= 0x180F || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF;
        return selector || Character.getType(c) == Character.FORMAT || FILLERS.indexOf(c) >= 0;
    }
}
