package io.likewire.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementOptionsTest {
    @Test
    void onlyThisMachineReachesItUnlessAnotherInterfaceIsNamed() {
        assertThat(ManagementOptions.from(Environment.of(Map.of()), 9090))
                .isEqualTo(new ManagementOptions("127.0.0.1", 9090));
        assertThat(ManagementOptions.from(Environment.of(Map.of("MANAGEMENT_HOST", "0.0.0.0")), 9090)
                        .host())
                .isEqualTo("0.0.0.0");
    }
}
