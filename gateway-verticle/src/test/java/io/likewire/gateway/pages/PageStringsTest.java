package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts show is in {@code strings.js}, so that it can be translated. */
class PageStringsTest {
    private static final Path WEB = Path.of("src", "main", "resources", "web");
    private static final Pattern TAG = Pattern.compile("<[a-z/!][^>]*>");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern SENTENCE = Pattern.compile("^\\P{L}*\\p{Lu}\\p{Ll}|\\p{Ll}{2},? \\p{Ll}{2}");

    /** Names of headers, keys and errors, and classes of a column. */
    private static final Pattern TECHNICAL =
            Pattern.compile("[A-Z][a-z]+(-[A-Z][a-z]+)+|Authorization|Link|AbortError|Bearer  |Escape|Status  "
                    + "|application/json, .*|number( late)? fit");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.endsWith("strings.js"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noOtherScriptHasATextThatIsShown(Path script) throws IOException {
        assertThat(shown(Files.readString(script)))
                .as("to be moved to strings.js")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = 'That did not work.';",
                "this.said = `${name} is saved`;",
                "html`<p class=\"alert\">${on ? html`<b>Live</b>` : nothing}</p>`;",
                "html`<button aria-label=\"Delete ${name}\">${icon('bin')}</button>`;",
                "const quote = /[\"'`]/; const b = /* \" */ 'waits for a broker';"
            })
    void aTextThatIsShownIsFound(String script) {
        assertThat(shown(script)).hasSize(1);
    }

    @Test
    void whatIsNotShownIsPassedOver() {
        assertThat(shown("// Don't\nhtml`<a class=\"button quiet\" href=${'/admin/users'}>${text.open}</a>`;"))
                .isEmpty();
    }

    private static List<String> shown(String script) {
        return ScriptTexts.of(script).stream().flatMap(PageStringsTest::shownOf).toList();
    }

    private static Stream<String> shownOf(String literal) {
        if (TAG.matcher(literal).find()) {
            Stream<String> attributes =
                    SHOWN_ATTRIBUTE.matcher(literal).results().map(match -> match.group(1));
            Stream<String> texts = TAG.splitAsStream(literal);
            return Stream.concat(attributes, texts)
                    .filter(text -> WORD.matcher(text).find());
        }
        return Stream.of(literal)
                .filter(text -> SENTENCE.matcher(text).find()
                        && !TECHNICAL.matcher(text).matches());
    }
}
