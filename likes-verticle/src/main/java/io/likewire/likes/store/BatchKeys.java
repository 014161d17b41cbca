package io.likewire.likes.store;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.likes.domain.IdempotentCommands;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LockedProduct;
import io.likewire.platform.idempotency.IdempotencyKeys;
import io.likewire.platform.idempotency.KeyedCommand;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The idempotency keys of a batch; a batch without keys asks nothing. Claimed after the products are locked: who waits
 * for a key holds all its products already, so nobody waits in a circle. Only what will have an outcome is claimed.
 */
final class BatchKeys {
    private BatchKeys() {}

    static Future<IdempotentCommands> claim(
            SqlConnection transaction, List<LikeCommand> commands, List<LockedProduct> products, long now) {
        Map<String, LikeCommand> first = new TreeMap<>();
        commands.stream()
                .filter(command -> command.key() != null)
                .forEach(command -> first.putIfAbsent(command.key().id(), command));
        if (first.isEmpty()) {
            return Future.succeededFuture(new IdempotentCommands(commands, Map.of()));
        }
        List<RequestKey> keys = first.values().stream().map(LikeCommand::key).toList();
        return IdempotencyKeys.claim(transaction, likeable(first.values(), products, now))
                .compose(claimed -> IdempotencyKeys.find(transaction, keys))
                .map(kept -> new IdempotentCommands(commands, kept));
    }

    private static List<KeyedCommand> likeable(
            Collection<LikeCommand> commands, List<LockedProduct> products, long now) {
        Set<Long> there = products.stream()
                .filter(product -> !product.deleted())
                .map(LockedProduct::id)
                .collect(Collectors.toSet());
        return commands.stream()
                .filter(command ->
                        !command.expired(now) && there.contains(command.pair().productId()))
                .map(LikeCommand::withKey)
                .toList();
    }
}
