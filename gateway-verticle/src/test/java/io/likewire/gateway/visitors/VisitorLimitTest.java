package io.likewire.gateway.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.ClientAddress;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class VisitorLimitTest {
    private final VisitorLimit limit = new VisitorLimit(2);

    @Test
    void theThirdIdentityInAMinuteIsRefusedAndTheAnswerSaysWhenToComeBack() {
        assertThat(count("198.51.100.7").get("RateLimit")).startsWith("\"visitors\";r=1;t=");
        assertThat(count("198.51.100.7").get("RateLimit")).startsWith("\"visitors\";r=0;t=");
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        assertThatThrownBy(() -> limit.count(ClientAddress.parse("198.51.100.7"), headers))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        assertThat(headers.get("RateLimit-Policy")).isEqualTo("\"visitors\";q=2;w=60");
        assertThat(Integer.parseInt(headers.get("Retry-After"))).isBetween(1, 30);
    }

    @Test
    void anotherAddressIsCountedForItself() {
        count("198.51.100.7");
        count("198.51.100.7");
        assertThatCode(() -> count("198.51.100.8")).doesNotThrowAnyException();
    }

    @Test
    void aNetworkOf64BitsIsOneClient() {
        count("2001:db8:1:2::1");
        count("2001:db8:1:2:ffff::9");
        assertThatThrownBy(() -> count("2001:db8:1:2::5")).isInstanceOf(Refusal.class);
        assertThatCode(() -> count("2001:db8:1:3::5")).doesNotThrowAnyException();
    }

    @Test
    void thisMachineMayHaveAnyNumber() {
        for (String address : new String[] {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"}) {
            for (int i = 0; i < 100; i++) {
                assertThat(count(address)).isEmpty();
            }
        }
    }

    private MultiMap count(String address) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        limit.count(ClientAddress.parse(address), headers);
        return headers;
    }
}
