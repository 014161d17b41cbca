package io.likewire.gateway.pages.contract;

import io.likewire.gateway.pages.Markup;
import io.vertx.core.json.Json;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Texts of the contract as HTML. */
final class Prose {
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** A description, which is Markdown; empty when there is none. */
    String html(Object markdown) {
        return markdown == null ? "" : renderer.render(parser.parse(markdown.toString()));
    }

    /** A line of Markdown. */
    String line(Object markdown) {
        return html(markdown).replaceAll("</?p>", "").strip();
    }

    /** An example to be read, and scrolled where the screen is narrow. */
    static String example(Object value) {
        String text = value instanceof String plain ? plain : Json.encodePrettily(value);
        return code(text);
    }

    static String code(String text) {
        return "<pre tabindex=\"0\"><code>" + Markup.escaped(text.stripTrailing()) + "</code></pre>\n";
    }
}
