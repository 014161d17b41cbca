package io.likewire.tutorial;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductLines;
import io.likewire.contracts.products.ProductsEndpoint;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Products and likes on the event bus, as far as a bridge asks them; the system tests have the real ones. */
final class Services {
    /** Product and liker of each like, once. */
    final Set<String> likes = ConcurrentHashMap.newKeySet();

    final List<String> products = new CopyOnWriteArrayList<>();
    volatile String existing = "";

    Services(Vertx vertx) {
        ProductsEndpoint.open(
                vertx,
                serve(ProductsService.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "adopt" -> adopt((long) arguments[0], (ProductDraft) arguments[1]);
                    case "delete" -> delete((long) arguments[0]);
                    case "export" -> Future.succeededFuture(new ProductLines(Buffer.buffer(existing), null));
                    default -> Future.failedFuture("A bridge doesn't ask for " + method);
                }),
                Throwable::printStackTrace);
        LikesEndpoint.open(
                vertx,
                serve(LikesService.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "like" -> like((long) arguments[0], (Call) arguments[1]);
                    default -> Future.failedFuture("A bridge doesn't ask for " + method);
                }),
                Throwable::printStackTrace);
    }

    private Future<?> like(long id, Call call) {
        if (id == 404) {
            return Future.failedFuture(Refusal.noProduct(id));
        }
        boolean changed = likes.add(id + " " + call.liker());
        return Future.succeededFuture(new LikeOutcome(true, changed, new LikeCount(id, likes.size(), 1)));
    }

    private Future<?> adopt(long id, ProductDraft draft) {
        products.add(id + " " + draft.title());
        return Future.succeededFuture(new EncodedProduct(id, 1, 0, Buffer.buffer("{}"), false));
    }

    private Future<?> delete(long id) {
        products.add(id + " deleted");
        return Future.succeededFuture();
    }

    private static <T> T serve(Class<T> service, InvocationHandler handler) {
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, handler));
    }
}
