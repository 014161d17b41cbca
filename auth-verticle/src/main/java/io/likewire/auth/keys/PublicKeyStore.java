package io.likewire.auth.keys;

import com.nimbusds.jose.jwk.RSAKey;
import io.vertx.core.Future;
import java.util.List;

/** The public keys of all nodes. */
public interface PublicKeyStore {
    /**
     * A key that tokens may have been signed with.
     *
     * @param jwk its public half, as a JSON object
     * @param ageSeconds since the first node had it
     */
    record KnownKey(String kid, String jwk, long ageSeconds) {}

    /** Says that this node holds these, and returns all that anybody has held lately, withdrawn ones left out. */
    Future<List<KnownKey>> hold(List<RSAKey> keys);

    /** Nobody shall trust it any more. False when there is no such key. */
    Future<Boolean> withdraw(String kid);
}
