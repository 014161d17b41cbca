package io.likewire.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import io.likewire.auth.store.SqlKeys;
import io.likewire.auth.store.SqlKeys.KnownKey;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of this node's file, read again while it runs, and the public keys of all nodes. A new key signs once every
 * gateway has had the time to learn it, so that a rotation is noticed by nobody.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** Gateways ask every ten seconds. */
    private static final long SIGNS_AFTER_S = 30;

    private final Vertx vertx;
    private final KeyFile file;
    private final Backoff look;
    private final SqlKeys known;
    private final RepeatedTask reading;
    private List<RSAKey> held = List.of();
    private List<KnownKey> trusted = List.of();
    private Signing signing;

    /** A key in use. */
    public record Signing(String kid, JWSSigner signer) {}

    /** @param readEvery how often the file and the keys of the others are read */
    public KeyRing(Vertx vertx, KeyFile file, Duration readEvery, SqlKeys known) {
        this.vertx = vertx;
        this.file = file;
        this.look = new Backoff(readEvery, readEvery);
        this.known = known;
        this.reading = new RepeatedTask(
                vertx, "reading of the keys", look, () -> refresh().map(done -> look.delay(0)));
    }

    /** Completes when there is a key to sign with. */
    public Future<Void> open() {
        return refresh().onSuccess(done -> reading.start(look.delay(0)));
    }

    public void stop() {
        reading.stop();
    }

    public Signing signing() {
        return signing;
    }

    /** As a JSON Web Key Set. */
    public JsonObject published() {
        JsonArray keys = new JsonArray(
                trusted.stream().map(key -> new JsonObject(key.jwk())).toList());
        return new JsonObject().put("keys", keys);
    }

    /** False when there is no such key. */
    public Future<Boolean> withdraw(String kid) {
        return known.withdraw(kid).compose(done -> refresh().map(done));
    }

    private Future<Void> refresh() {
        return vertx.executeBlocking(file::read)
                .recover(unreadable -> held.isEmpty() ? Future.failedFuture(unreadable) : keep(unreadable))
                .compose(keys -> {
                    held = keys;
                    return known.hold(keys);
                })
                .map(all -> {
                    trusted = all;
                    choose();
                    return null;
                });
    }

    private Future<List<RSAKey>> keep(Throwable unreadable) {
        LOG.error("the keys stay as they are: {}", unreadable.getMessage());
        return Future.succeededFuture(held);
    }

    private void choose() {
        Map<String, KnownKey> byId = trusted.stream().collect(Collectors.toMap(KnownKey::kid, Function.identity()));
        List<RSAKey> usable =
                held.stream().filter(key -> byId.containsKey(key.getKeyID())).toList();
        if (usable.isEmpty()) {
            throw new ConfigException(KeyFile.SETTING + ": every key in it was withdrawn; rotate-key makes a new one");
        }
        RSAKey chosen = usable.stream()
                .filter(key -> byId.get(key.getKeyID()).ageSeconds() >= SIGNS_AFTER_S)
                .findFirst()
                .orElseGet(() -> oldest(usable, byId));
        if (signing == null || !signing.kid().equals(chosen.getKeyID())) {
            LOG.info("tokens are signed with the key {}", chosen.getKeyID());
            signing = new Signing(chosen.getKeyID(), signer(chosen));
        }
    }

    private static RSAKey oldest(List<RSAKey> keys, Map<String, KnownKey> byId) {
        return keys.stream()
                .max(Comparator.comparingLong(key -> byId.get(key.getKeyID()).ageSeconds()))
                .orElseThrow();
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
