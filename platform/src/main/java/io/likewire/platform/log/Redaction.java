package io.likewire.platform.log;

import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of what is logged, by their form: the last net, where somebody logs what he should not. */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String GONE = "***";

    private static final String SECRET_NAME =
            "(?i)((?:password|passwd|secret|token|credential|api[-_]?key|private[-_]?key|signing[-_]?key))";

    private static final Pattern NAME = Pattern.compile(SECRET_NAME + "$");

    /** Longer texts are cut: nobody reads them, and each costs time to look through. */
    private static final int LONGEST = 32_768;

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|$)", "$1" + GONE),
            Rule.of("\\beyJ[A-Za-z0-9_-]{4,4000}+\\.[A-Za-z0-9_-]*+(?:\\.[A-Za-z0-9_-]*+)?", GONE),
            Rule.of("(?i)\\b(bearer|basic)\\s{1,9}[A-Za-z0-9._~+/=-]{6,}+", "$1 " + GONE),
            Rule.of("(?i)\\b((?:set-)?cookie\"?\\s{0,9}[:=]\\s{0,9})[^\\r\\n]*+", "$1" + GONE),
            Rule.of("(?i)\\b((?:proxy-)?authorization\"?\\s*[:=]\\s*\"?)(?!bearer|basic)[^\\s,\"]+", "$1" + GONE),
            Rule.of("([A-Za-z][A-Za-z0-9+.-]{0,20}://[^/\\s:@\"]{0,200}:)[^\\s\"]{0,400}@", "$1" + GONE + "@"),
            Rule.of(
                    SECRET_NAME + "(\\\\?[\"']?\\s{0,9}[=:]\\s{0,9})\\\\?\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,50}\"",
                    "$1$2\"" + GONE + "\""),
            Rule.of(SECRET_NAME + "(\\\\?[\"']?\\s{0,9}[=:]\\s{0,9})(?![\"\\\\*])[^\\s,;&)}\\]\"']+", "$1$2" + GONE));

    private Redaction() {}

    /** The text without what looks like a secret. */
    public static String of(String text) {
        String clean = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    /** Whether a name says that its value is a secret. */
    public static boolean isSecret(String name) {
        return NAME.matcher(name).find() || name.matches("(?i)(set-)?cookie|authorization");
    }
}
