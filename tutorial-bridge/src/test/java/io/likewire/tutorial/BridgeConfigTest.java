package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeConfigTest {
    private static final String LIST = "http://127.0.0.1:8000/api/products";

    @Test
    void theirProductsServiceHasAListAsWell() {
        assertThat(products(Map.of("TUTORIAL_LIST_URI", LIST)).list()).contains(URI.create(LIST));
    }

    @Test
    void whatNobodyWouldReadIsRefused() {
        assertThatThrownBy(() -> products(Map.of("TUTORIAL_TELL_EXISTING", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("TUTORIAL_TELL_EXISTING: ");
    }

    @Test
    void theirListMayBeAtAHostWithAnUnderscore() {
        URI list = URI.create("http://my_products:8000/api/products");
        assertThat(products(Map.of("TUTORIAL_LIST_URI", list.toString())).list())
                .contains(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:///api/products", "ftp://my_products/x", "my_products", "http://a b"})
    void whatIsNoAddressIsRefused(String list) {
        assertThatThrownBy(() -> products(Map.of("TUTORIAL_LIST_URI", list)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("TUTORIAL_LIST_URI: expected http://host:port/api/products");
    }

    private static BridgeConfig products(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("TUTORIAL_MYSQL_URI", "mysql://tutorial@127.0.0.1/tutorial");
        all.put("AMQP_URI", "amqp://127.0.0.1");
        all.put("TUTORIAL_COUNTERPART", "products");
        return BridgeConfig.from(Environment.of(all));
    }
}
