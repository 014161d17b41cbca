package io.likewire.gateway.pages;

import io.likewire.contracts.problems.ProblemType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The pages that problems' types lead to: {@code docs/problems.md}, one page for each of its sections. */
public final class ProblemPages {
    private static final String SOURCE = "docs/problems.md";
    private static final String SECTION = "(?m)^## ";
    private static final String PAGE = Pages.html("web/pages/problem.html");
    /** Without lists, one of which a section that begins with "404." would be. */
    private final Parser parser =
            Parser.builder().enabledBlockTypes(Set.of(FencedCodeBlock.class)).build();

    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final String all;

    private ProblemPages(String markdown) {
        String[] parts = markdown.split(SECTION);
        for (int i = 1; i < parts.length; i++) {
            String[] section = parts[i].split("\n", 2);
            add(section[0].strip(), section[1]);
        }
        requireAll();
        all = page("Problems", html(parts[0].replaceFirst("^# .*\n", "")) + list());
    }

    /** @throws IllegalStateException when a type of problem has no section, or a section no type */
    public static ProblemPages load() {
        return new ProblemPages(WebFiles.text(SOURCE));
    }

    /** HTML about one type; null for an unknown slug. */
    public String about(String slug) {
        return pages.get(slug);
    }

    /** HTML about all. */
    public String all() {
        return all;
    }

    private void add(String slug, String markdown) {
        pages.put(slug, page(type(slug).title(), "<p><code>/problems/" + slug + "</code></p>\n" + html(markdown)));
    }

    private void requireAll() {
        for (ProblemType type : ProblemType.values()) {
            if (!pages.containsKey(type.slug())) {
                throw new IllegalStateException("Expected a section about " + type.slug() + " in " + SOURCE);
            }
        }
    }

    private static ProblemType type(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(SOURCE + " knows a problem that nobody has: " + slug));
    }

    private String list() {
        return pages.keySet().stream()
                .map(ProblemPages::type)
                .map(type -> String.format(
                        Locale.ROOT,
                        "<li><a href=\"/problems/%s\">%s</a> <small>%d</small></li>\n",
                        type.slug(),
                        type.title(),
                        type.status()))
                .collect(Collectors.joining("", "<ul class=\"problems\">\n", "</ul>\n"));
    }

    private String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    private static String page(String title, String content) {
        return PAGE.replace("{title}", title).replace("{content}", content);
    }
}
