package io.likewire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Trust;
import io.likewire.contracts.auth.Withdrawals;
import io.likewire.gateway.FakeAuth;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final Trusted trusted = new Trusted(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aKeyThatIsNotPublishedAnyMoreIsNotTrusted() {
        String kid = FakeAuth.KEY.getKeyID();
        trusted.learn(trust(
                new JsonArray().add(new JsonObject(FakeAuth.KEY.toPublicJWK().toJSONString()))));
        assertThat(trusted.verifier(kid)).isNotNull();
        trusted.learn(trust(new JsonArray()));
        assertThat(trusted.verifier(kid)).isNull();
        assertThat(trusted.isReady()).isTrue();
    }

    @Test
    void aWithdrawalIsKeptUntilItsTokensHaveExpired() {
        trusted.learn(new Withdrawals(Map.of("over", NOW.getEpochSecond() - 1, "live", NOW.getEpochSecond() + 1)));
        trusted.learn(new Withdrawals(Map.of("other", NOW.getEpochSecond() + 900)));

        assertThat(trusted.isWithdrawn("live")).isTrue();
        assertThat(trusted.isWithdrawn("other")).isTrue();
        assertThat(trusted.isWithdrawn("over")).isFalse();
    }

    private static Trust trust(JsonArray keys) {
        return new Trust(new JsonObject().put("keys", keys), new Withdrawals(Map.of()));
    }
}
