package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = new CommandLine("likes", CommandLineTest::read, printer(out), printer(err));

    private static void read(Environment environment) {
        environment.mysqlUri("LIKES_MYSQL_URI");
        environment.text("ADMIN_PASSWORD");
        environment.number("RECONCILE_EVERY_S", 300, 1, 86_400);
    }

    @Test
    void versionNamesTheProgramAndItsJava() {
        assertThat(line.answer("--version")).isZero();
        assertThat(text(out)).startsWith("likewire likes ").contains("Java " + Runtime.version());
    }

    @Test
    void helpSaysWhatItIsWhatItReadsAndWhereToReadOn() {
        assertThat(line.answer("--help")).isZero();
        assertThat(text(out))
                .contains("owns who likes what", "java -jar likes-verticle.jar [--version", "docs/likes-verticle.md")
                .contains("  LIKES_MYSQL_URI [required]", "  RECONCILE_EVERY_S [300; 1 to 86400]")
                .contains("  MANAGEMENT_PORT [9092; 0 to 65535]")
                .doesNotContain("HTTP_PORT", "`");
    }

    @Test
    void aGoodConfigurationIsShownWithoutItsPasswords() {
        Map<String, String> values = Map.of(
                "LIKES_MYSQL_URI", "mysql://likes:p:1%40x@127.0.0.1:3306/likes",
                "ADMIN_PASSWORD", "tulips");

        assertThat(line.check(() -> Environment.of(values))).isZero();
        assertThat(text(out).lines())
                .contains(
                        "LIKES_MYSQL_URI=mysql://likes:***@127.0.0.1:3306/likes",
                        "ADMIN_PASSWORD=***",
                        "RECONCILE_EVERY_S=300");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aWrongSettingIsTheOneLine() {
        assertThat(line.check(() -> Environment.of(Map.of()))).isEqualTo(2);
        assertThat(text(err).lines()).singleElement().asString().startsWith("likewire: LIKES_MYSQL_URI is not set");
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verison", "help", "--help --version"})
    void whatItDoesNotKnowItRefuses(String arguments) {
        assertThat(line.answer(arguments.split(" "))).isEqualTo(2);
        assertThat(text(err)).startsWith("likewire: expected no argument, --version, --help or --check-config");
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
