package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.OwnAddress;
import io.likewire.platform.management.ManagementOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {
    @Test
    void anAddressOfThisMachineIsTakenAsItIs() {
        assertThat(OwnAddress.of("CLUSTER_HOST", "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(OwnAddress.of("CLUSTER_HOST", "0.0.0.0")).isEqualTo("0.0.0.0");
        assertThat(OwnAddress.of("CLUSTER_HOST", "::")).isEqualTo("::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void anotherMachinesAddressEndsTheStartWithOneLine(String address) {
        assertThatThrownBy(() -> OwnAddress.of("CLUSTER_HOST", address))
                .isInstanceOf(ConfigException.class)
                .hasMessage("CLUSTER_HOST: '" + address + "' is no address of this machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:5700,likes-2",
                "likes-2:",
                "::1:5700",
                "127.0.0.1:5700,",
                "likes-2:0",
                "likes-2:99999"
            })
    void membersHaveAPort(String members) {
        assertThatThrownBy(() -> ClusterOptions.from(Environment.of(Map.of("CLUSTER_MEMBERS", members)), 5700))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("CLUSTER_MEMBERS: expected host:port,host:port, but got '");
    }

    @Test
    void theManagementPortsAddressIsReadInTheSameWay() {
        assertThatThrownBy(() -> ManagementOptions.from(Environment.of(Map.of("MANAGEMENT_HOST", "192.0.2.7")), 9090))
                .isInstanceOf(ConfigException.class)
                .hasMessage("MANAGEMENT_HOST: '192.0.2.7' is no address of this machine");
    }

    /** Of all that lead back here no interface has more than the first. */
    @Test
    void everyLoopbackAddressIsOurs() {
        assertThat(OwnAddress.of("HTTP_HOST", "127.3.2.1")).isEqualTo("127.3.2.1");
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
