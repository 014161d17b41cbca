package io.likewire.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.auth.TokenTrust;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The keys that are trusted at the moment, and the sessions that are not. Runs on one event loop. */
public final class TrustedKeys {
    private final Clock clock;
    private Map<String, JWSVerifier> verifiers = Map.of();
    private Map<String, Long> withdrawn = new HashMap<>();
    private JsonObject keys;

    public TrustedKeys(Clock clock) {
        this.clock = clock;
    }

    /** A withdrawal that came by itself is kept until no token of its session can be good any more. */
    public void learn(TokenTrust tokenTrust) {
        Map<String, JWSVerifier> fresh = new HashMap<>();
        tokenTrust.keys().getJsonArray("keys").forEach(key -> {
            RSAKey rsa = rsa((JsonObject) key);
            fresh.put(rsa.getKeyID(), verifier(rsa));
        });
        verifiers = fresh;
        keys = tokenTrust.keys();
        learn(tokenTrust.withdrawals());
    }

    public void learn(RevokedSessions revokedSessions) {
        long now = clock.instant().getEpochSecond();
        Map<String, Long> all = new HashMap<>(withdrawn);
        all.putAll(revokedSessions.sessions());
        all.values().removeIf(until -> until < now);
        withdrawn = all;
    }

    /** Null for an unknown key. */
    JWSVerifier verifier(String kid) {
        return verifiers.get(kid);
    }

    boolean isWithdrawn(String session) {
        return withdrawn.containsKey(session);
    }

    public boolean isReady() {
        return keys != null;
    }

    /** As a JSON Web Key Set; null before the first one came. */
    public JsonObject keys() {
        return keys;
    }

    private static RSAKey rsa(JsonObject jwk) {
        try {
            return RSAKey.parse(jwk.encode());
        } catch (ParseException e) {
            throw new IllegalArgumentException("A trusted key can't be read", e);
        }
    }

    private static JWSVerifier verifier(RSAKey key) {
        try {
            return new RSASSAVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("A trusted key can't be used", e);
        }
    }
}
