package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.likewire.servers.testing.LoggedLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AwsSecretTest {
    private static final String FROM_AWS = "amqp://likes:fromTheSecret@broker/likewire";
    private static final String FROM_ENVIRONMENT = "amqp://likes:fromTheEnvironment@broker/likewire";
    private static final String STORED = "{\"AMQP_URI\":\"" + FROM_AWS + "\",\"OUTBOX_LIMIT\":7,\"EMPTY\":null}";

    @AutoClose
    private final LoggedLines lines = new LoggedLines("io.likewire.platform.config");

    private SecretsManagerStandIn aws;

    @BeforeEach
    void start() {
        System.setProperty("aws.accessKeyId", "stand-in");
        System.setProperty("aws.secretAccessKey", "stand-in");
        aws = new SecretsManagerStandIn();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void whatTheSecretHoldsIsPreferred() {
        aws.holds("likewire/production", STORED);

        Environment environment = read(Map.of("AMQP_URI", FROM_ENVIRONMENT, "AMQP_URI_FILE", "/none"));

        assertThat(environment.amqpUri("AMQP_URI")).hasToString(FROM_AWS);
        assertThat(environment.number("OUTBOX_LIMIT", 1, 1, 10)).isEqualTo(7);
        assertThat(warnings()).isEmpty();
        assertThat(aws.requests()).isEqualTo(1);
    }

    /** The log is there before, and does not change. */
    @Test
    void settingsOfTheLogAreNotTakenFromIt() {
        aws.holds("likewire/production", "{\"LOG_LEVEL\":\"DEBUG\"}");

        assertThat(read(Map.of()).text("LOG_LEVEL", "INFO")).isEqualTo("INFO");
    }

    @Test
    void whatTheSecretLacksComesFromTheEnvironmentAndIsWarnedOf() {
        aws.holds("likewire/production", "{\"OTHER\":\"value\"}");

        assertThat(read(Map.of("AMQP_URI", FROM_ENVIRONMENT)).amqpUri("AMQP_URI"))
                .hasToString(FROM_ENVIRONMENT);
        assertThat(warnings())
                .containsExactly("AMQP_URI is not in the secret: taken from AMQP_URI_FILE or the environment");
    }

    @Test
    void aMissingSecretIsNoReasonNotToStart() {
        fallsBack("ResourceNotFoundException, HTTP status 400");
    }

    @Test
    void norIsOneThatIsDenied() {
        aws.refuses(400, "AccessDeniedException");
        fallsBack("AccessDeniedException, HTTP status 400");
    }

    @Test
    void norOneThatIsNotJson() {
        aws.holds("likewire/production", "hunter2 {");
        fallsBack("it is not a JSON object");
        aws.holds("likewire/production", "[\"hunter2\"]");
        fallsBack("it is not a JSON object");
    }

    @Test
    void aServerInTroubleIsAskedThreeTimes() {
        aws.refuses(500, "InternalServiceError");
        fallsBack("InternalServiceError, HTTP status 500");
        assertThat(aws.requests()).isEqualTo(3);
    }

    @Test
    void aServerThatIsAwayIsNotWaitedForLong() {
        aws.close();
        fallsBack("Connection refused");
    }

    @Tag("full")
    @Test
    void norIsOneThatNeverAnswers() {
        aws.hangs();
        fallsBack("");
        assertThat(aws.requests()).isBetween(1, 3);
    }

    @Test
    void withoutTheFallbackTheLineNamesWhatIsMissing() {
        assertThatThrownBy(() -> read(Map.of()).amqpUri("AMQP_URI"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("AMQP_URI is not set");
    }

    @Test
    void nobodyIsAskedWhereNoSecretIsNamed() {
        Environment.read(Map.of("AMQP_URI", FROM_ENVIRONMENT, "AWS_SECRET_ID", " ", "AWS_ENDPOINT_URL", aws.url()));

        assertThat(aws.requests()).isZero();
    }

    private void fallsBack(String reason) {
        lines.all().clear();
        assertThat(read(Map.of("AMQP_URI", FROM_ENVIRONMENT)).amqpUri("AMQP_URI"))
                .hasToString(FROM_ENVIRONMENT);
        assertThat(warnings()).hasSize(1);
        assertThat(warnings().get(0))
                .startsWith("AWS_SECRET_ID: the secret 'likewire/production' is not available (")
                .contains(reason)
                .doesNotContain("hunter2");
    }

    private Environment read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("AWS_SECRET_ID", "likewire/production");
        all.put("AWS_REGION", "eu-central-1");
        all.put("AWS_ENDPOINT_URL", aws.url());
        return Environment.read(all);
    }

    private List<String> warnings() {
        return lines.all().stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
