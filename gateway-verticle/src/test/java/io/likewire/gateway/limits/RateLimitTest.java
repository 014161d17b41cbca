package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final RateLimit limit = new RateLimit("visitors", 2, "Too many");

    @Test
    void theThirdInAMinuteIsRefusedAndTheAnswerSaysWhenToComeBack() {
        assertThat(count("a").get("RateLimit")).startsWith("\"visitors\";r=1;t=");
        assertThat(count("a").get("RateLimit")).startsWith("\"visitors\";r=0;t=");
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        assertThatThrownBy(() -> limit.count("a", headers))
                .hasMessage("Too many")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        assertThat(headers.get("RateLimit-Policy")).isEqualTo("\"visitors\";q=2;w=60");
        assertThat(Integer.parseInt(headers.get("Retry-After"))).isBetween(1, 30);
    }

    @Test
    void anotherIsCountedForItself() {
        count("a");
        count("a");
        assertThatCode(() -> count("b")).doesNotThrowAnyException();
    }

    @Test
    void severalLimitsStandSideBySideInTheHeaders() {
        MultiMap headers = count("a");
        new RateLimit("likes", 7, "Too many").count("a", headers);
        assertThat(headers.getAll("RateLimit-Policy")).containsExactly("\"visitors\";q=2;w=60", "\"likes\";q=7;w=60");
    }

    private MultiMap count(String who) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        limit.count(who, headers);
        return headers;
    }
}
