package io.likewire.tutorial.wire;

import java.util.Locale;

/** JSON strings as Python's {@code json.dumps} prints them: ASCII alone, hexadecimal digits in lower case. */
final class PythonJson {
    private PythonJson() {}

    static String string(String text) {
        StringBuilder printed = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> append(printed, (char) unit));
        return printed.append('"').toString();
    }

    private static void append(StringBuilder printed, char unit) {
        switch (unit) {
            case '"' -> printed.append("\\\"");
            case '\\' -> printed.append("\\\\");
            case '\n' -> printed.append("\\n");
            case '\r' -> printed.append("\\r");
            case '\t' -> printed.append("\\t");
            case '\b' -> printed.append("\\b");
            case '\f' -> printed.append("\\f");
            default -> {
                if (unit >= ' ' && unit <= '~') {
                    printed.append(unit);
                } else {
                    printed.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        }
    }
}
