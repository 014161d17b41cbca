package io.likewire.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.likewire.contracts.auth.Trust;
import io.likewire.contracts.auth.Withdrawals;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The keys that are trusted at the moment, and the sessions that are not. Runs on one event loop. */
public final class Trusted {
    private final Clock clock;
    private Map<String, JWSVerifier> verifiers = Map.of();
    private Map<String, Long> withdrawn = new HashMap<>();
    private JsonObject keys;

    public Trusted(Clock clock) {
        this.clock = clock;
    }

    /** A withdrawal that came by itself is kept until no token of its session can be good any more. */
    public void learn(Trust trust) {
        Map<String, JWSVerifier> fresh = new HashMap<>();
        trust.keys().getJsonArray("keys").forEach(key -> {
            RSAKey rsa = rsa((JsonObject) key);
            fresh.put(rsa.getKeyID(), verifier(rsa));
        });
        verifiers = fresh;
        keys = trust.keys();
        learn(trust.withdrawals());
    }

    public void learn(Withdrawals withdrawals) {
        long now = clock.instant().getEpochSecond();
        Map<String, Long> all = new HashMap<>(withdrawn);
        all.putAll(withdrawals.sessions());
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
