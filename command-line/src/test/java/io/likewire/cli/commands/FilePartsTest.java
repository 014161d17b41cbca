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
    void eachPartOfCsvBeginsWithTheNamesOfItsColumns() {
        assertThat(parts("title,image\r\na,/b\r\nc,/d\r\ne,/f", 26))
                .containsExactly("1 title,image\r\na,/b\r\nc,/d\r\n", "3 title,image\r\ne,/f");
        assertThat(parts("\uFEFF\"sep=;\"\n\n;\ntitle;image\n\u00e4;/b\n\"c\nd\";/e\nf;/g\n;\n\n", 44))
                .containsExactly(
                        "1 \uFEFF\"sep=;\"\n\n;\ntitle;image\n\u00e4;/b\n\"c\nd\";/e\n",
                        "4 \uFEFF\"sep=;\"\n\n;\ntitle;image\nf;/g\n;\n\n");
        assertThat(parts("title,image\ra,/b\rc,/d\r", 18))
                .containsExactly("1 title,image\ra,/b\r", "2 title,image\rc,/d\r");
        assertThat(parts("title,image\n\"a\n,\"\"b\"\"\",/c\nd,/e\n,,\n\n,;\n", 30))
                .containsExactly("1 title,image\n\"a\n,\"\"b\"\"\",/c\n", "3 title,image\nd,/e\n,,\n\n,;\n");
        assertThat(parts("title,image\na,/b\n,,\n,,\n,,\n", 20)).containsExactly("1 title,image\na,/b\n,,\n");
    }

    @Test
    void whatCannotBeDividedStaysWhole() {
        assertThat(parts("title,image\na,/bcdefghi\nc,/d\n", 20)).hasSize(1);
        assertThat(parts("title,image\na,/b\nc,/d\n", 8)).hasSize(1);
        assertThat(FileParts.of("title,image\ngr\u00fcn,/b\n".getBytes(StandardCharsets.ISO_8859_1), 18))
                .hasSize(1);
        assertThat(FileParts.of("title,image\na,/b\nc,/d\n".getBytes(StandardCharsets.UTF_16), 40))
                .hasSize(1);
        assertThat(parts("[{\n},{}]", 5)).hasSize(1);
        assertThat(parts("{\"a\":123456789}\n{}", 5)).hasSize(1);
        assertThat(parts("\n\n\n", 2)).hasSize(1);
        assertThat(parts("", 5)).containsExactly("1 ");
    }

    private static List<String> parts(String file, int most) {
        return FileParts.of(file.getBytes(StandardCharsets.UTF_8), most).stream()
                .map(part -> part.linesBefore() + 1 + " " + new String(part.content(), StandardCharsets.UTF_8))
                .toList();
    }
}
