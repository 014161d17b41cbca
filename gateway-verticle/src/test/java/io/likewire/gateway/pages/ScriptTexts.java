package io.likewire.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The string literals of a script, each {@code ${expression}} as a blank; those inside expressions stand for themselves. */
final class ScriptTexts {
    private static final Pattern STYLES = Pattern.compile("(css|replaceSync\\()$");
    private static final Pattern BEFORE_A_PATTERN = Pattern.compile("([(=,:?&|!;\\[{}]|\\breturn)\\s*$");
    private final List<String> texts = new ArrayList<>();
    private final String script;
    private int at;

    private ScriptTexts(String script) {
        this.script = script;
    }

    static List<String> of(String script) {
        ScriptTexts scan = new ScriptTexts(script + '\n');
        scan.code();
        return scan.texts;
    }

    /** As far as the brace that ends an expression, or the end of the script. */
    private void code() {
        int depth = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '}' && depth-- == 0) {
                return;
            }
            depth += c == '{' ? 1 : 0;
            if (script.startsWith("//", at)) {
                at = script.indexOf('\n', at);
            } else if (script.startsWith("/*", at)) {
                at = script.indexOf("*/", at) + 2;
            } else if (c == '\'' || c == '"') {
                texts.add(quoted(c));
            } else if (c == '`') {
                template();
            } else if (c == '/' && follows(BEFORE_A_PATTERN)) {
                pattern();
            } else {
                at++;
            }
        }
    }

    private boolean follows(Pattern end) {
        return end.matcher(script.substring(Math.max(0, at - 12), at)).find();
    }

    private String quoted(char quote) {
        int from = ++at;
        while (script.charAt(at) != quote) {
            at += script.charAt(at) == '\\' ? 2 : 1;
        }
        return script.substring(from, at++);
    }

    private void pattern() {
        boolean inClass = false;
        for (at++; inClass || script.charAt(at) != '/'; at++) {
            char c = script.charAt(at);
            inClass = c == '[' || inClass && c != ']';
            at += c == '\\' ? 1 : 0;
        }
        at++;
    }

    private void template() {
        boolean styles =
                STYLES.matcher(script.substring(Math.max(0, at - 12), at)).find();
        StringBuilder text = new StringBuilder();
        for (at++; script.charAt(at) != '`'; at++) {
            if (script.startsWith("${", at)) {
                at += 2;
                code();
                text.append(' ');
            } else {
                at += script.charAt(at) == '\\' ? 1 : 0;
                text.append(script.charAt(at));
            }
        }
        at++;
        if (!styles) {
            texts.add(text.toString());
        }
    }
}
