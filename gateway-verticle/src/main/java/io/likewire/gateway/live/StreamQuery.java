package io.likewire.gateway.live;

import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.lists.Ids;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ?products=1,2}. */
final class StreamQuery {
    private static final int IDS_MAX = 50;

    private StreamQuery() {}

    static Set<Long> productIds(RoutingContext context) {
        List<String> values = context.queryParam("products");
        Set<Long> ids = new LinkedHashSet<>();
        if (values.size() == 1) {
            for (String text : values.get(0).split(",", IDS_MAX + 1)) {
                ids.add(Ids.parse(text, 0));
            }
        }
        if (ids.isEmpty() || ids.size() > IDS_MAX || ids.contains(Ids.NONE)) {
            throw Refusal.invalid(
                    Map.of("products", List.of("Expected 1 to " + IDS_MAX + " ids, separated by commas.")));
        }
        return ids;
    }
}
