package io.likewire.gateway.resources.files;

import java.util.regex.Pattern;

/**
 * Whether a text is one that people write in Western Europe. Windows-1252 has a character for nearly each byte, so a file in
 * another encoding becomes a wrong text, and no broken one.
 */
final class WesternText {
    private static final String SMALL = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ";
    private static final String CAPITAL = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒ";
    private static final String ACCENTED = SMALL + CAPITAL;
    private static final String LETTER = "[A-Za-z" + ACCENTED + "]";
    private static final String OPENING = "«“‘„¿¡";
    private static final String CLOSING = "»”…€£¥§°²³¹ªº½¼¾±×·•®©™‰¢–—";
    private static final String ELSEWHERE = "’µ\u00A0";

    /** Of two in a row. */
    private static final String PAIRS =
            "(?iu:áá|éé|óó|úú|é[âç]|ç[àáâãéêíóôõûü]|ñ[áéíóú]|ü[áéíó]|[äöü]ß|ß[äöü]" + "|[äöåæø][äöåæø])";

    private static final String ELIDED = "(?<!" + LETTER + ")(?i:[cdjlmnsto]|qu|aujourd|jusqu|lorsqu|puisqu)";
    private static final String SHORTENED = "(?i:s|t|d|m|ll|re|ve)(?!" + LETTER + ")";

    /** What no text has: each alternative is a kind of letters or signs at places where others stand. */
    private static final Pattern STRANGE = Pattern.compile(String.join(
            "|",
            "[^\\x00-\\x7F" + ACCENTED + OPENING + CLOSING + ELSEWHERE + "]",
            "[a-z" + SMALL + "][" + CAPITAL + "]",
            "(?!" + PAIRS + ")[" + ACCENTED + "]{2}",
            "(?<!" + LETTER + ")(?![àáèéíóåöæøÀÁÈÉÍÓÅÖÆØ])[" + ACCENTED + "](?!" + LETTER + ")",
            "(?<!" + LETTER + ")[" + ACCENTED + "]{2,}(?!" + LETTER + ")",
            // Czech and Croatian have the letter č for this byte.
            "(?<!" + LETTER + ")[èÈ](?=" + LETTER + ")(?!(?i:res?|s|ve)(?!" + LETTER + "))",
            "[õÕ](?![eE])",
            "(?!°[CF](?!" + LETTER + "))[" + CLOSING + "]" + LETTER,
            LETTER + "[" + OPENING + "µ]",
            "(?<=" + LETTER + ")(?<!" + ELIDED + ")’(?=" + LETTER + ")(?!" + SHORTENED + ")"));

    private WesternText() {}

    static boolean is(String text) {
        return !STRANGE.matcher(text).find();
    }
}
