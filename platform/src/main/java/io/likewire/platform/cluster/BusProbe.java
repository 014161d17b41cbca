package io.likewire.platform.cluster;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when this node is cut off from the event bus. Each node has an address; every two seconds it asks all others,
 * and each tells whether it reached the one who asks. A node that nobody reaches registers again, and gives up when that
 * does not help.
 */
public final class BusProbe extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(BusProbe.class);
    private static final long PERIOD_MS = 2_000;
    private static final long PATIENCE_MS = 1_500;
    private static final Backoff PERIOD = new Backoff(Duration.ofMillis(PERIOD_MS), Duration.ofMillis(PERIOD_MS));

    private final Membership membership;
    private final ProbeMetrics metrics;
    private final Registrations registrations;
    private final Consumer<String> exit;
    private final SelfCheck selfCheck = new SelfCheck(PERIOD_MS, now());
    private Map<String, PeerView> known = Map.of();
    private volatile boolean cutOff;

    /** @param exit ends the process, with a reason, so that a supervisor starts it afresh */
    public BusProbe(Membership membership, MeterRegistry metrics, Consumer<String> exit) {
        this.membership = membership;
        this.metrics = new ProbeMetrics(metrics);
        this.registrations = new Registrations(membership, this.metrics);
        this.exit = exit;
    }

    @Override
    public Future<?> start() {
        return vertx.eventBus()
                .consumer(address(membership.getNodeId()), this::testify)
                .completion()
                .onSuccess(registered -> new RepeatedTask(vertx, "probe of the event bus", PERIOD, this::ask)
                        .start(Duration.ofMillis(PERIOD_MS)));
    }

    /** Succeeds while other nodes reach this one, or there are none. */
    public Future<Void> state() {
        return cutOff ? Future.failedFuture("cut off") : Future.succeededFuture();
    }

    /** A label for metrics that does not grow with every restart of a node. */
    public static String withoutNode(String address) {
        return address.startsWith(address("")) ? "likewire.node" : address;
    }

    private static String address(String node) {
        return "likewire.node." + node;
    }

    private void testify(Message<String> question) {
        question.reply(known.getOrDefault(question.body(), PeerView.UNKNOWN).name());
    }

    private Future<Duration> ask() {
        long start = now();
        List<String> peers = membership.peers();
        Map<String, PeerView> probeRound = new HashMap<>();
        List<PeerView> answers = new ArrayList<>();
        return Future.join(peers.stream()
                        .map(peer -> ask(peer, probeRound, answers))
                        .toList())
                .map(asked -> {
                    known = credible(peers, probeRound);
                    judge(ProbeRound.of(peers.size(), answers));
                    return Duration.ofMillis(Math.max(1, PERIOD_MS - (now() - start)));
                });
    }

    private Future<Void> ask(String peer, Map<String, PeerView> probeRound, List<PeerView> answers) {
        DeliveryOptions options = new DeliveryOptions().setSendTimeout(PATIENCE_MS);
        return vertx.eventBus()
                .request(address(peer), membership.getNodeId(), options)
                .onSuccess(answer -> {
                    probeRound.put(peer, PeerView.REACHED);
                    answers.add(PeerView.parse(answer.body()));
                })
                .onFailure(failure -> probeRound.put(peer, PeerView.of(failure)))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** Who reaches none of several peers has no opinion of them: the trouble may be its own. */
    private static Map<String, PeerView> credible(List<String> peers, Map<String, PeerView> probeRound) {
        return peers.size() > 1 && !probeRound.containsValue(PeerView.REACHED) ? Map.of() : probeRound;
    }

    private void judge(ProbeRound probeRound) {
        SelfCheck.Step step = selfCheck.after(probeRound, now());
        metrics.sees(probeRound, selfCheck.suspicious());
        cutOff = selfCheck.suspicious();
        switch (step) {
            case NOTHING -> registrations.check();
            case REGISTER_AGAIN -> {
                LOG.warn("Other nodes do not reach this one ({}): registering again", probeRound);
                registrations.renew();
            }
            case GIVE_UP ->
                exit.accept("Cut off from the event bus, and registering again did not help: " + probeRound);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
