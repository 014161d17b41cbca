package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.auth.TokenTrust;
import io.likewire.gateway.FakeAuth;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final TrustedKeys trustedKeys = new TrustedKeys(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aKeyThatIsNotPublishedAnyMoreIsNotTrusted() {
        String kid = FakeAuth.KEY.getKeyID();
        trustedKeys.learn(trust(
                new JsonArray().add(new JsonObject(FakeAuth.KEY.toPublicJWK().toJSONString()))));
        assertThat(trustedKeys.verifier(kid)).isNotNull();
        trustedKeys.learn(trust(new JsonArray()));
        assertThat(trustedKeys.verifier(kid)).isNull();
        assertThat(trustedKeys.isReady()).isTrue();
    }

    @Test
    void aWithdrawalIsKeptUntilItsTokensHaveExpired() {
        trustedKeys.learn(
                new RevokedSessions(Map.of("over", NOW.getEpochSecond() - 1, "live", NOW.getEpochSecond() + 1)));
        trustedKeys.learn(new RevokedSessions(Map.of("other", NOW.getEpochSecond() + 900)));

        assertThat(trustedKeys.isWithdrawn("live")).isTrue();
        assertThat(trustedKeys.isWithdrawn("other")).isTrue();
        assertThat(trustedKeys.isWithdrawn("over")).isFalse();
    }

    private static TokenTrust trust(JsonArray keys) {
        return new TokenTrust(new JsonObject().put("keys", keys), new RevokedSessions(Map.of()));
    }
}
