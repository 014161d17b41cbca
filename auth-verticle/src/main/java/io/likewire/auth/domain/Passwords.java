package io.likewire.auth.domain;

import io.likewire.contracts.bus.Call;
import io.vertx.core.Future;

/** Passwords and what is kept of them. */
public interface Passwords {
    /** INVALID, naming {@code field}, for one that is easy to guess. */
    Future<String> hashNew(String username, String password, String field, Call call);

    /** @param hash null: nobody's, which matches nothing and takes as long */
    Future<Boolean> matches(String password, String hash, Call call);

    /** What to keep instead, where the kept one was made in an older way; null otherwise. */
    Future<String> rehash(String password, String hash, Call call);
}
