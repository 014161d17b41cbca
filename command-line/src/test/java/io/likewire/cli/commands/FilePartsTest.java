package io.likewire.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilePartsTest {
    @Test
    void linesOfJsonAreDividedBetweenLines() {
        assertThat(parts("\uFEFF{\"a\":1}\n\n{\"b\":2}\r\n{\"c\":3}", 13))
                .containsExactly("1 \uFEFF{\"a\":1}\n\n", "3 {\"b\":2}\r\n", "4 {\"c\":3}");
        assertThat(parts("{\"a\":1}\n", 8)).containsExactly("1 {\"a\":1}\n");
        assertThat(parts("\"a\":1}\n{\"b\":2}\n{\"c\":3}", 18))
                .containsExactly("1 \"a\":1}\n{\"b\":2}\n", "3 {\"c\":3}");
    }

    @Test
    void whatCannotBeDividedStaysWhole() {
        assertThat(parts("title,image\na,/b\nc,/d\n", 13)).hasSize(1);
        assertThat(parts("[{}\n,{}]", 5)).hasSize(1);
        assertThat(parts("{\"a\":123456789}\n{}", 5)).hasSize(1);
        assertThat(parts("", 5)).containsExactly("1 ");
    }

    private static List<String> parts(String file, int most) {
        return FileParts.of(file.getBytes(StandardCharsets.UTF_8), most).stream()
                .map(part -> part.firstLine() + " " + new String(part.content(), StandardCharsets.UTF_8))
                .toList();
    }
}
