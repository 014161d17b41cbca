package io.likewire.gateway.resources.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WesternTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüner Tee, groß",
                "Thé à la crème brûlée – 5 €",
                "L’été créée; cœur d’Artichaut, aujourd’hui",
                "Déçu au théâtre; vóór",
                "Lingüística; Fußübung",
                "Joe’s “best” tea; don’t",
                "Maçãs & limões, ações",
                "Champiñón ¿té? 7 ó 8",
                "Blåbær på øl, Ægir",
                "Tölöö ääni köö",
                "½ kg Tee ±2 °C, 5µg, 3×2 m², ©, Tea®",
                "È l’ora, «caffè è» Ève",
                "GRÜSSE AUS ÖSTERREICH; 80 °C"
            })
    void whatIsWrittenInWesternEuropeIsRead(String title) {
        assertThat(Rows.of("title;image\n" + title.replace(";", ",") + ";/t", WINDOWS))
                .containsExactly("2 " + title.replace(";", ","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251 | Зелёный чай",
                "windows-1251 | Чай и кофе",
                "windows-1251 | на Я",
                "KOI8-R       | Зелёный чай",
                "windows-1253 | Τσάι του βουνού",
                "windows-1255 | תה ירוק",
                "windows-1256 | شاي أخضر",
                "windows-1250 | Čaj z šípků",
                "windows-1250 | Zielona herbata świeża",
                "windows-1254 | Yeşil çay",
                "windows-1257 | Žalioji arbata",
                "x-MacRoman   | Grüner Tee",
                "x-MacRoman   | Crème brûlée",
                "x-MacRoman   | Jardín",
                "x-MacRoman   | Öl",
                "x-MacRoman   | Joe’s tea",
                "x-MacRoman   | Tee – 5 €",
                "IBM850       | Grüner Tee",
                "Shift_JIS    | 緑茶",
                "Shift_JIS    | 茶",
                "EUC-JP       | 緑茶",
                "GBK          | 绿茶",
                "GBK          | 茶",
                "Big5         | 綠茶",
                "EUC-KR       | 녹차"
            })
    void whatIsInAnotherEncodingIsRefused(String charset, String title) {
        refused(("title,image\nTea,/t\n" + title + ",/t\n").getBytes(Charset.forName(charset)), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c3", "\u00e2\u0082", "\u00e9"})
    void aFileThatIsCutWithinALetterIsRefused(String part) {
        refused(("title,image\nTea,/t\n/t,Caf" + part).getBytes(ISO_8859_1), 3);
        refused(
                ("title,image\nTee,/t\n/t,Caf" + new String("é".getBytes(UTF_8), ISO_8859_1) + part)
                        .getBytes(ISO_8859_1),
                3);
    }

    private static void refused(byte[] file, int line) {
        assertThatThrownBy(() -> Rows.of(file))
                .hasMessage("Line " + line + ": not utf-8. Save the whole file as UTF-8.");
    }
}
