package io.likewire.gateway.pages;

import io.vertx.core.json.JsonObject;

/** Puts texts of strangers into pages. */
public final class Markup {
    private Markup() {}

    /** For a text, or an attribute in quotes, of HTML or XML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** For a script element that is data: nothing in it ends the element, or begins a comment. */
    public static String data(JsonObject json) {
        return json.encode().replace("<", "\\u003c");
    }
}
