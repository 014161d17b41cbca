package io.likewire.gateway.pages;

import io.vertx.core.json.JsonObject;

/** Puts texts of strangers into pages. */
public final class Markup {
    private Markup() {}

    /** For a text, or an attribute in quotes, of HTML or XML. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** For a script element that is data: nothing in it ends the element, or begins a comment. */
    public static String data(JsonObject json) {
        return json.encode().replace("<", "\\u003c");
    }
}
