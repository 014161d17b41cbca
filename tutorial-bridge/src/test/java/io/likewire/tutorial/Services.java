package io.likewire.tutorial;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Products and likes on the event bus, as far as a bridge asks them; the system tests have the real ones. */
final class Services {
    /** Product and liker of each like, once. */
    final Set<String> likes = ConcurrentHashMap.newKeySet();

    final List<String> products = new CopyOnWriteArrayList<>();
    volatile String existing = "";

    /** How long each command takes; they queue up. */
    volatile Duration slowness = Duration.ZERO;

    private final Vertx vertx;
    private Future<?> last = Future.succeededFuture();

    Services(Vertx vertx) {
        this.vertx = vertx;
        ProductsEndpoint.open(
                vertx,
                serve(ProductsService.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "adopt" -> inTurn(() -> adopt((long) arguments[0], (ProductDraft) arguments[1]), arguments[2]);
                    case "delete" -> delete((long) arguments[0]);
                    case "export" -> Future.succeededFuture(new ProductLines(Buffer.buffer(existing), null));
                    default -> Future.failedFuture("A bridge doesn't ask for " + method);
                }),
                Throwable::printStackTrace);
        LikesEndpoint.open(
                vertx,
                serve(LikesService.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "like" -> inTurn(() -> like((long) arguments[0], (Call) arguments[1]), arguments[1]);
                    default -> Future.failedFuture("A bridge doesn't ask for " + method);
                }),
                Throwable::printStackTrace);
    }

    private synchronized Future<?> inTurn(Supplier<Future<?>> command, Object call) {
        if (slowness.isZero()) {
            return command.get();
        }
        Future<?> turn = last.transform(done -> ((Call) call).expired()
                ? Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "Too late"))
                : vertx.timer(slowness.toMillis(), TimeUnit.MILLISECONDS).compose(later -> command.get()));
        last = turn;
        return turn;
    }

    private Future<?> like(long id, Call call) {
        if (id == 404) {
            return Future.failedFuture(Refusal.noProduct(id));
        }
        boolean changed = likes.add(id + " " + call.liker());
        return Future.succeededFuture(new LikeOutcome(true, changed, new LikeCount(id, likes.size(), 1)));
    }

    private Future<?> adopt(long id, ProductDraft draft) {
        if (id == 404) {
            return Future.failedFuture(Refusal.noProduct(id));
        }
        if (id == 403) {
            return Future.failedFuture(new Refusal(ProblemType.FORBIDDEN, "Not for you"));
        }
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
