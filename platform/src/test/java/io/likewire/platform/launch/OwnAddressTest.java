package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnAddressTest {
    @Test
    void anAddressIsTakenAsItIs() {
        assertThat(OwnAddress.of("CLUSTER_HOST", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(OwnAddress.of("CLUSTER_HOST", "0.0.0.0")).isEqualTo("0.0.0.0");
        assertThat(OwnAddress.of("CLUSTER_HOST", "2001:db8::7")).isEqualTo("2001:db8::7");
    }

    @Test
    void aNameBecomesTheAddressThatIsThisMachines() {
        assertThat(OwnAddress.of("CLUSTER_HOST", "localhost")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(ClusterOptions.from(Environment.of(Map.of("CLUSTER_HOST", "localhost")), 5700)
                        .host())
                .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void aNameMayEndInADigit() {
        assertThat(OwnAddress.isNumeric("likes-2")).isFalse();
        assertThat(OwnAddress.isNumeric("2001:db8::7")).isTrue();
        assertThat(OwnAddress.isNumeric("192.0.2.7")).isTrue();
    }

    @Test
    void aNameThatNobodyKnowsEndsTheStartWithOneLine() {
        assertThatThrownBy(() -> OwnAddress.of("CLUSTER_HOST", "nobody.invalid"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("CLUSTER_HOST: no address is known for 'nobody.invalid'");
    }
}
