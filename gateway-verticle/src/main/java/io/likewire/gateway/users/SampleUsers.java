package io.likewire.gateway.users;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Three accounts that stand in until there is a service that owns them. */
public final class SampleUsers implements Users {
    private static final List<Long> IDS = List.of(1L, 2L, 3L);

    @Override
    public Future<Optional<Long>> random() {
        int index = ThreadLocalRandom.current().nextInt(IDS.size());
        return Future.succeededFuture(Optional.of(IDS.get(index)));
    }
}
