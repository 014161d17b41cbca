package io.likewire.tutorial;

import io.likewire.platform.launch.Node;
import io.likewire.platform.messaging.Bridge;
import io.likewire.platform.messaging.BrokerPublisher;
import io.likewire.platform.messaging.Delivery;
import io.likewire.platform.messaging.FactConsumer;
import io.likewire.platform.messaging.OwnQueue;
import io.likewire.platform.messaging.Verdict;
import io.likewire.platform.operations.MessageLots;
import io.likewire.tutorial.line.Mover;
import io.likewire.tutorial.line.Sender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All connections of the bridge to the broker. */
final class Traffic {
    private final Vertx vertx;
    private final URI broker;
    private final Node node;
    private final BrokerPublisher parking;
    private final List<FactConsumer> readers = new ArrayList<>();
    private final List<Mover> movers = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();

    Traffic(Vertx vertx, URI broker, Node node) {
        this.vertx = vertx;
        this.broker = broker;
        this.node = node;
        this.parking = new BrokerPublisher(vertx, broker, "tutorial-bridge", () -> {});
        node.health().helpful("broker", this::connected);
        new MessageLots(vertx, broker).mount(node.operations());
    }

    void send(Sender sender) {
        senders.add(sender);
    }

    void read(OwnQueue queue, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        Bridge.serve(vertx, queue.name(), handler);
        readers.add(new FactConsumer(vertx, broker, queue, parking));
    }

    /** Out of one of the tutorial's queues into one of ours, and out of that one to the handler. */
    void move(String from, String to, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        movers.add(new Mover(vertx, broker, from, to, node.metrics()));
        read(OwnQueue.handedOver(to), handler);
    }

    void start() {
        parking.start();
        readers.forEach(FactConsumer::start);
        senders.forEach(Sender::start);
        movers.forEach(Mover::start);
    }

    /** Messages have been written. */
    void written() {
        senders.forEach(Sender::wake);
    }

    boolean isBound() {
        return readers.get(0).isConnected();
    }

    Future<Void> stop() {
        return Future.join(movers.stream().map(Mover::stop).toList())
                .eventually(() ->
                        Future.join(readers.stream().map(FactConsumer::stop).toList()))
                .eventually(() -> Future.join(senders.stream().map(Sender::stop).toList()))
                .eventually(parking::stop)
                .mapEmpty();
    }

    private Future<Void> connected() {
        boolean all = parking.isConnected()
                && readers.stream().allMatch(FactConsumer::isConnected)
                && senders.stream().allMatch(Sender::isConnected)
                && movers.stream().allMatch(Mover::isConnected);
        return all ? Future.succeededFuture() : Future.failedFuture("not connected, or another bridge does the work");
    }
}
