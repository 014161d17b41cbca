package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeConfigTest {
    @Test
    void theirListMayBeAtAHostWithAnUnderscore() {
        URI list = URI.create("http://my_products:8000/api/products");
        assertThat(with(list.toString()).list()).contains(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:///api/products", "ftp://my_products/x", "my_products", "http://a b"})
    void whatIsNoAddressIsRefused(String list) {
        assertThatThrownBy(() -> with(list))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("TUTORIAL_LIST_URI: expected http://host:port/api/products");
    }

    private static BridgeConfig with(String list) {
        return BridgeConfig.from(Environment.of(Map.of(
                "TUTORIAL_MYSQL_URI", "mysql://bridge:aB3@my_db/bridge",
                "AMQP_URI", "amqp://bridge:cD4@my_broker/",
                "TUTORIAL_COUNTERPART", "products",
                "TUTORIAL_LIST_URI", list)));
    }
}
