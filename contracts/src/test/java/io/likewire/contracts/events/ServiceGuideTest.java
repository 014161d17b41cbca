package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PIECE = Pattern.compile("```(python|js)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"python, examples/python, py", "js, examples/javascript, mjs"})
    void whatTheGuideShowsStandsInTheExamples(String language, String folder, String ending) throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/write-a-service.md"));
        String sources = Files.readString(ROOT.resolve(folder).resolve("favourites." + ending))
                + Files.readString(ROOT.resolve(folder).resolve("week." + ending));
        List<MatchResult> pieces = PIECE.matcher(guide)
                .results()
                .filter(piece -> piece.group(1).equals(language))
                .toList();

        assertThat(pieces).isNotEmpty().allSatisfy(piece -> assertThat(sources).contains(piece.group(2)));
    }
}
