package io.likewire.tutorial;

import io.likewire.platform.broker.BrokerPublisher;
import io.likewire.platform.broker.ConsumerQueue;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.QueueConsumer;
import io.likewire.platform.broker.QueueHandlers;
import io.likewire.platform.broker.Verdict;
import io.likewire.platform.deadletters.BrokerDeadLetters;
import io.likewire.platform.deadletters.DeadLetterRoutes;
import io.likewire.platform.launch.Node;
import io.likewire.tutorial.transfer.InboundMover;
import io.likewire.tutorial.transfer.OutboundSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** All connections of the bridge to the broker. */
final class BridgeConnections {
    private final Vertx vertx;
    private final URI broker;
    private final Node node;
    private final BrokerPublisher parking;
    private final List<QueueConsumer> readers = new ArrayList<>();
    private final List<InboundMover> movers = new ArrayList<>();
    private final List<OutboundSender> senders = new ArrayList<>();

    BridgeConnections(Vertx vertx, URI broker, Node node) {
        this.vertx = vertx;
        this.broker = broker;
        this.node = node;
        this.parking = new BrokerPublisher(vertx, broker, "tutorial-bridge", () -> {});
        node.health().helpful("broker", this::connected).explained("broker", this::refusal);
        new DeadLetterRoutes(new BrokerDeadLetters(vertx, broker)).mount(node.operations());
    }

    void send(OutboundSender outboundSender) {
        senders.add(outboundSender);
    }

    void read(ConsumerQueue queue, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        QueueHandlers.serve(vertx, queue.name(), handler);
        readers.add(new QueueConsumer(vertx, broker, queue, parking));
    }

    /** Out of one of the tutorial's queues into one of ours, and out of that one to the handler. */
    void move(String from, String to, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        movers.add(new InboundMover(vertx, broker, from, to, node.metrics()));
        read(ConsumerQueue.handedOver(to), handler);
    }

    void start() {
        parking.start();
        readers.forEach(QueueConsumer::start);
        senders.forEach(OutboundSender::start);
        movers.forEach(InboundMover::start);
    }

    /** Messages have been written. */
    void written() {
        senders.forEach(OutboundSender::wake);
    }

    boolean isBound() {
        return readers.get(0).isConnected();
    }

    Future<Void> stop() {
        return Future.join(movers.stream().map(InboundMover::stop).toList())
                .eventually(() ->
                        Future.join(readers.stream().map(QueueConsumer::stop).toList()))
                .eventually(() ->
                        Future.join(senders.stream().map(OutboundSender::stop).toList()))
                .eventually(parking::stop)
                .mapEmpty();
    }

    private String refusal() {
        return Stream.concat(Stream.of(parking.refusal()), readers.stream().map(QueueConsumer::refusal))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Future<Void> connected() {
        boolean all = parking.isConnected()
                && readers.stream().allMatch(QueueConsumer::isConnected)
                && senders.stream().allMatch(OutboundSender::isConnected)
                && movers.stream().allMatch(InboundMover::isConnected);
        return all ? Future.succeededFuture() : Future.failedFuture("not connected, or another bridge does the work");
    }
}
