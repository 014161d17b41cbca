package io.likewire.tutorial;

import static io.likewire.tutorial.wire.TutorialMessage.ADMIN;
import static io.likewire.tutorial.wire.TutorialMessage.MAIN;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.launch.Node;
import io.likewire.platform.messaging.OwnQueue;
import io.likewire.platform.store.Database;
import io.likewire.platform.store.Transactions;
import io.likewire.tutorial.in.LikesIn;
import io.likewire.tutorial.in.ProductsIn;
import io.likewire.tutorial.joining.Baseline;
import io.likewire.tutorial.joining.Import;
import io.likewire.tutorial.joining.ImportOperation;
import io.likewire.tutorial.joining.TheirList;
import io.likewire.tutorial.line.Backlog;
import io.likewire.tutorial.line.Sender;
import io.likewire.tutorial.out.FactsOut;
import io.likewire.tutorial.store.SqlOutgoing;
import io.likewire.tutorial.store.SqlTold;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Speaks with the tutorial's services in their own form. */
public final class TutorialBridgeVerticle extends VerticleBase {
    private static final int POOL_SIZE = 4;

    private final BridgeConfig config;
    private final Node node;
    private Pool pool;
    private Traffic traffic;
    private RepeatedTask joining;
    private RepeatedTask waiting;

    public TutorialBridgeVerticle(BridgeConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate("db/tutorial").onSuccess(migrated -> {
            pool = database.pool("tutorial", POOL_SIZE);
            node.health().vital("database", () -> pool.query("SELECT 1").execute());
            serve(new Transactions(pool));
        });
    }

    private void serve(Transactions transactions) {
        ProductsClient products = new ProductsClient(vertx);
        LikesClient likes = new LikesClient(vertx);
        SqlOutgoing outgoing = new SqlOutgoing(transactions);
        SqlTold told = new SqlTold(
                transactions, config.counterpart().queues(), config.facts().outboxLimit());
        Baseline baseline = new Baseline(products, told, this::theirs, config.tellExisting());
        node.health().vital("joined", baseline::joined);
        traffic = new Traffic(vertx, config.facts().broker(), node);
        config.counterpart()
                .queues()
                .forEach(queue -> traffic.send(new Sender(
                        vertx, config.facts().broker(), queue, outgoing, config.lookEvery(), node.metrics())));
        traffic.read(facts(), new FactsOut(told, baseline::isJoined, traffic::written)::apply);
        if (config.counterpart() == Counterpart.LIKES) {
            traffic.move(ADMIN, Names.BRIDGE_LIKES, new LikesIn(likes)::apply);
        } else if (config.counterpart() == Counterpart.PRODUCTS) {
            traffic.move(MAIN, Names.BRIDGE_PRODUCTS, new ProductsIn(products)::apply);
        }
        new ImportOperation(new Import(products, likes, told)).mount(node.operations());
        traffic.start();
        waiting = Backlog.watch(vertx, outgoing, node.metrics());
        startJoining(baseline);
    }

    private Future<List<Long>> theirs() {
        return config.list()
                .filter(list -> config.counterpart().queues().contains(MAIN))
                .map(list -> new TheirList(vertx, list).ids())
                .orElse(Future.succeededFuture(List.of()));
    }

    private void startJoining(Baseline baseline) {
        joining = new RepeatedTask(
                vertx, "joining", Backoff.RECONNECT, () -> join(baseline).map(config.lookEvery()));
        joining.start(Duration.ZERO);
    }

    /** The queue is bound first, so that no change is missed. */
    private Future<?> join(Baseline baseline) {
        return baseline.isJoined() || !traffic.isBound() ? Future.succeededFuture() : baseline.join();
    }

    private static OwnQueue facts() {
        List<String> keys =
                Arrays.stream(EventType.values()).map(EventType::routingKey).toList();
        return OwnQueue.bound(Names.BRIDGE_FACTS, keys);
    }

    @Override
    public Future<?> stop() {
        return joining.stop()
                .eventually(waiting::stop)
                .eventually(traffic::stop)
                .eventually(pool::close);
    }
}
