package io.likewire.platform.log;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes characters visible that would otherwise act: line ends that forge lines, escape sequences that move a terminal's
 * cursor, marks that reverse what is read, characters of no width.
 */
final class ControlCharEscaper {
    private static final Pattern ACTING =
            Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]&&[\\x{0}-\\x{ffff}]&&[^\\t]]");

    private ControlCharEscaper() {}

    /** Each as a backslash, a u and four hexadecimal digits, in every form of the log; tabs stay. */
    static String of(String text) {
        return ACTING.matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
