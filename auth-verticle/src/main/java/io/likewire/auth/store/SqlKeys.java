package io.likewire.auth.store;

import com.nimbusds.jose.jwk.RSAKey;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** The public keys of all nodes, in MySQL. One that no node holds any more stays until its last token has expired. */
public record SqlKeys(Transactions transactions) {
    private static final int KEPT_S = AccessTokens.LONGEST_S + 300;

    /**
     * A key that tokens may have been signed with.
     *
     * @param jwk its public half, as a JSON object
     * @param ageSeconds since the first node had it
     */
    public record KnownKey(String kid, String jwk, long ageSeconds) {}

    /** Says that this node holds these, and returns all that anybody has held lately, withdrawn ones left out. */
    public Future<List<KnownKey>> hold(List<RSAKey> keys) {
        List<Tuple> rows = keys.stream()
                .map(key -> Tuple.of(key.getKeyID(), key.toPublicJWK().toJSONString()))
                .toList();
        return transactions
                .write(transaction ->
                        transaction.preparedQuery(Statements.HOLD_KEY).executeBatch(rows))
                .compose(held -> transactions.read(Statements.KNOWN_KEYS, KEPT_S))
                .map(known -> known.stream()
                        .map(row -> new KnownKey(row.getString(0), row.getString(1), row.getLong(2)))
                        .toList());
    }

    /** Nobody shall trust it any more. False when there is no such key. */
    public Future<Boolean> withdraw(String kid) {
        return transactions.write(Statements.WITHDRAW_KEY, kid).map(rows -> rows.rowCount() > 0);
    }
}
