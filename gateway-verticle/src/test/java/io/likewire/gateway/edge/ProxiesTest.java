package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "2001:db8::/129", "10.0.0.0/8/8", "proxy.example"
            })
    void whatIsNoNetworkIsRefusedInOneLine(String network) {
        Environment environment = Environment.of(Map.of("TRUSTED_PROXIES", network));
        assertThatThrownBy(() -> Proxies.from(environment))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "TRUSTED_PROXIES: expected addresses or networks such as 10.0.0.0/8,2001:db8::/32, but got '"
                                + network + "'");
    }
}
