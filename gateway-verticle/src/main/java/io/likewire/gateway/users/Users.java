package io.likewire.gateway.users;

import io.vertx.core.Future;
import java.util.Optional;

/** Who has an account. */
public interface Users {
    /** The number of some account; empty when there is none. */
    Future<Optional<Long>> random();
}
