package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://guest:guest@rabbitmq:5672/likewire",
                "amqp://likes:changeme@rabbitmq/likewire",
                "amqp://likes:Password123!@rabbitmq/likewire",
                "amqp://likes:%73ecret@10.0.0.7/likewire",
                "amqp://likes:12345678@[2001:db8::1]/likewire",
                "amqp://products:products@rabbitmq/likewire"
            })
    void passwordsThatEverybodyKnowsAreRefused(String uri) {
        assertThatThrownBy(() -> Environment.of(Map.of("AMQP_URI", uri)).amqpUri("AMQP_URI"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("AMQP_URI: its password is one from an example: choose another,"
                        + " or set DEVELOPMENT=true where nobody else gets in");
        assertThat(Environment.of(Map.of("AMQP_URI", uri, "DEVELOPMENT", "true"))
                        .amqpUri("AMQP_URI"))
                .hasUserInfo(URI.create(uri).getUserInfo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://guest:guest@127.0.0.1:5672/likewire",
                "amqp://guest:guest@localhost/likewire",
                "amqp://guest:guest@[::1]/likewire",
                "amqp://likes:6f2a91c7d0@rabbitmq/likewire",
                "amqp://likes:correct-horse-battery@rabbitmq/likewire",
                "amqps://rabbitmq/likewire"
            })
    void othersAreTaken(String uri) {
        assertThat(Environment.of(Map.of("AMQP_URI", uri)).amqpUri("AMQP_URI")).hasToString(uri);
    }
}
