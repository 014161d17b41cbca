package io.likewire.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

public class SanitizedLogTest {
    private static final String NEWLINE = "a\r\n{\"level\":\"ERROR\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NEWLINE,
                "\u001b[2J\u001b]0;title\u0007",
                "\u009b31m",
                "user\u202egnp.exe",
                "\u2066hidden\u2069",
                "zero\u200bwidth\ufeff",
                "line\u2028paragraph\u2029",
                "\u0000nul",
                "\ud800 alone"
            })
    void whatActsOnAReaderComesOutVisible(String input) throws Exception {
        for (String format : new String[] {"json", "text"}) {
            String line = logged(format, log -> log.atError()
                    .setCause(new IllegalStateException(input, new RuntimeException(input)))
                    .addKeyValue("title", input)
                    .log("title {}", input));

            assertThat(line.lines().filter(l -> l.startsWith("{\"level\""))).isEmpty();
            assertThat(line.replaceAll("[\n\t]", "")).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\u2028\u2029].*");
            assertThat(line).contains("\\u");
        }
    }

    @Test
    void aJsonLineIsOneObjectWhateverItHolds() throws Exception {
        String line =
                logged("json", log -> log.atWarn().addKeyValue("who", NEWLINE).log("got {}", "\"," + NEWLINE));

        assertThat(line.strip().lines()).hasSize(1);
        JsonObject object = new JsonObject(line);
        assertThat(object.getString("level")).isEqualTo("WARN");
        assertThat(object.getString("formattedMessage")).startsWith("got \",a\\u000d\\u000a{");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Günther's tea 🍵 costs 3 € (50 % off), see https://shop.example/a?b=c#d and user@shop.example";

        assertThat(SanitizedEvent.clean(text)).isEqualTo(text);
        assertThat(SanitizedEvent.clean("accessToken expired; 3 tokens left"))
                .isEqualTo("accessToken expired; 3 tokens left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://likes:hunter2@db:3306/likes | mysql://likes:***@db:3306/likes",
                "amqp://u:hunter2/@x@mq/v is away | amqp://u:***@mq/v is away",
                "password=hunter2&x=1 | password=***&x=1",
                "db.password: hunter2, next | db.password: ***, next",
                "{\"password\":\"hunter2 \\\" hunter2\",\"a\":1} | {\"password\":\"***\",\"a\":1}",
                "{\"refreshToken\": \"hunter2\"} | {\"refreshToken\": \"***\"}",
                "Authorization: Bearer hunter2hunter2.x | Authorization: Bearer ***",
                "authorization: Basic aHVudGVyMg== | authorization: Basic ***",
                "Cookie: likewire-refresh=hunter2; a=hunter2 | Cookie: ***",
                "set-cookie: visitor=hunter2; Path=/api | set-cookie: ***",
                "got eyJhbGciOiJFZERTQSJ9.eyJodW50ZXIyIjoxfQ.aHVudGVyMg end | got *** end",
                "VISITOR_SIGNING_KEY=hunter2 | VISITOR_SIGNING_KEY=***",
                "api-key: hunter2 | api-key: ***",
                "-----BEGIN PRIVATE KEY----- hunter2 -----END PRIVATE KEY----- x | -----BEGIN PRIVATE KEY-----*** x"
            })
    void secretsAreTakenOut(String input, String expected) throws Exception {
        assertThat(SanitizedEvent.clean(input)).isEqualTo(expected);
        for (String format : new String[] {"json", "text"}) {
            assertThat(logged(format, log -> log.atInfo()
                            .setCause(new IllegalStateException(input, new RuntimeException(input)))
                            .addKeyValue("detail", input)
                            .addKeyValue("password", "hunter2")
                            .log("it was {}", input)))
                    .doesNotContain("hunter2", "aHVudGVyMg", "eyJ");
        }
    }

    @Test
    void itTakesLittleTimeWhateverTheInput() {
        String evil = "password" + "=".repeat(20_000) + "eyJ" + "a".repeat(20_000) + "a://" + ":".repeat(20_000);

        assertThat(SanitizedEvent.clean(evil)).isNotEmpty();
    }

    /** What the delivered configuration prints. */
    static String logged(String format, Consumer<Logger> line) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FORMAT", format);
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(SanitizedLogTest.class.getResource("/logback.xml"));
            line.accept(context.getLogger("test"));
        } finally {
            context.stop();
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
