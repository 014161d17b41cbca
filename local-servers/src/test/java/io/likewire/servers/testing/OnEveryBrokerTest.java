package io.likewire.servers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.OnEveryBroker.Brokers;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnEveryBrokerTest {
    private static final List<String> ALL = List.of("RabbitMQ", "embedded");

    @Test
    void aBuildInTwoPartsRunsEachTestOnceOnEachBroker() {
        assertThat(Brokers.chosen("first", false, ALL)).containsExactly("RabbitMQ");
        assertThat(Brokers.chosen("others", false, ALL)).containsExactly("embedded");
    }

    @Test
    void whatTheFirstPartLeavesOutRunsOnEachBrokerInTheSecond() {
        assertThat(Brokers.chosen("others", true, ALL)).isEqualTo(ALL);
    }

    @Test
    void aWholeBuildRunsEverythingOnEachBroker() {
        assertThat(Brokers.chosen("all", false, ALL)).isEqualTo(ALL);
        assertThat(Brokers.chosen("all", true, ALL)).isEqualTo(ALL);
    }
}
