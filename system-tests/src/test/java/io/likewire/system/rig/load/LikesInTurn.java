package io.likewire.system.rig.load;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.function.Supplier;

/** Everybody likes each product in turn, then takes it back in turn, and so on. */
public final class LikesInTurn implements Supplier<RequestOptions> {
    private final List<Long> products;
    private final List<String> tokens;
    private int next;

    public LikesInTurn(List<Long> products, List<String> tokens) {
        this.products = products;
        this.tokens = tokens;
    }

    @Override
    public RequestOptions get() {
        int turn = next++;
        long product = products.get(turn / tokens.size() % products.size());
        boolean likes = turn / tokens.size() / products.size() % 2 == 0;
        return new RequestOptions()
                .setMethod(likes ? HttpMethod.PUT : HttpMethod.DELETE)
                .setURI("/api/products/" + product + "/like")
                .putHeader("Authorization", "Bearer " + tokens.get(turn % tokens.size()));
    }
}
