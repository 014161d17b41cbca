package io.likewire.tutorial;

import static io.likewire.tutorial.wire.TutorialMessage.ADMIN;
import static io.likewire.tutorial.wire.TutorialMessage.MAIN;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.events.EventType;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.broker.ConsumerQueue;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.launch.Node;
import io.likewire.tutorial.inbound.IncomingLikes;
import io.likewire.tutorial.inbound.IncomingProducts;
import io.likewire.tutorial.outbound.OutgoingEvents;
import io.likewire.tutorial.store.SqlBridgedProducts;
import io.likewire.tutorial.store.SqlOutgoing;
import io.likewire.tutorial.takeover.Baseline;
import io.likewire.tutorial.takeover.CounterpartProducts;
import io.likewire.tutorial.takeover.ImportOperation;
import io.likewire.tutorial.takeover.ProductImport;
import io.likewire.tutorial.transfer.Backlog;
import io.likewire.tutorial.transfer.OutboundSender;
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
    private BridgeConnections bridgeConnections;
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
            node.health().vital("database", database::reachable);
            serve(new Transactions(pool));
        });
    }

    private void serve(Transactions transactions) {
        ProductsClient products = new ProductsClient(vertx);
        LikesClient likes = new LikesClient(vertx);
        SqlOutgoing outgoing = new SqlOutgoing(transactions);
        SqlBridgedProducts told = new SqlBridgedProducts(
                transactions, config.counterpart().queues(), config.events().outboxLimit());
        Baseline baseline = new Baseline(products, told, this::theirs, config.tellExisting());
        node.health().vital("joined", baseline::joined);
        bridgeConnections = new BridgeConnections(vertx, config.events().broker(), node);
        config.counterpart()
                .queues()
                .forEach(queue -> bridgeConnections.send(new OutboundSender(
                        vertx, config.events().broker(), queue, outgoing, config.lookEvery(), node.metrics())));
        bridgeConnections.read(
                events(),
                new OutgoingEvents(told, config.counterpart()::hear, baseline::isJoined, bridgeConnections::written)
                        ::apply);
        if (config.counterpart() == Counterpart.LIKES) {
            bridgeConnections.move(ADMIN, BrokerNames.BRIDGE_LIKES, new IncomingLikes(likes)::apply);
        } else if (config.counterpart() == Counterpart.PRODUCTS) {
            bridgeConnections.move(MAIN, BrokerNames.BRIDGE_PRODUCTS, new IncomingProducts(products, told)::apply);
        }
        new ImportOperation(new ProductImport(products, likes, told)).mount(node.operations());
        bridgeConnections.start();
        waiting = Backlog.watch(vertx, outgoing, node.metrics());
        startJoining(baseline);
    }

    private Future<List<Long>> theirs() {
        return config.list()
                .map(list -> new CounterpartProducts(vertx, list).ids())
                .orElse(Future.succeededFuture(List.of()));
    }

    private void startJoining(Baseline baseline) {
        joining = new RepeatedTask(
                vertx, "joining", Backoff.RECONNECT, () -> join(baseline).map(config.lookEvery()));
        joining.start(Duration.ZERO);
    }

    /** The queue is bound first, so that no change is missed. */
    private Future<?> join(Baseline baseline) {
        return baseline.isJoined() || !bridgeConnections.isBound() ? Future.succeededFuture() : baseline.join();
    }

    private static ConsumerQueue events() {
        List<String> keys =
                Arrays.stream(EventType.values()).map(EventType::routingKey).toList();
        return ConsumerQueue.bound(BrokerNames.BRIDGE_EVENTS, keys);
    }

    @Override
    public Future<?> stop() {
        return joining.stop()
                .eventually(waiting::stop)
                .eventually(bridgeConnections::stop)
                .eventually(pool::close);
    }
}
