package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nothing of what strangers send reaches the event bus, and others go on hearing of likes. */
class SocketFuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFuzzTest.class);
    private static final long SEED = Long.getLong("likewire.fuzz.seed", 1);
    private static final int MANY_ROUNDS = Boolean.getBoolean("likewire.soak") ? 1_000 : 20;
    private static final int SOCKETS = 20;
    private static final int FRAMES = 60;
    private static final String FEED = "likewire.push.likes";

    @AutoClose
    private TestGateway gateway;

    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> onTheBus = new ConcurrentHashMap<>();
    private final HostileFrames frames = new HostileFrames(SEED);
    private int published;

    /** From before the gateway starts, which asks for keys at once. */
    @BeforeEach
    void watchTheBus() {
        Vertx vertx = Vertx.vertx();
        vertx.exceptionHandler(crashes::add);
        vertx.eventBus().addOutboundInterceptor(delivery -> {
            Message<?> message = delivery.message();
            onTheBus.merge(message.address() + "/" + message.headers().get("action"), 1, Integer::sum);
            delivery.next();
        });
        gateway = new TestGateway(vertx, PushIntervals.DEFAULT);
    }

    @Test
    void theBusHearsNothingAndOthersGoOnHearingOfLikes() throws IOException {
        withstand(4);
    }

    @Test
    @Tag("full")
    void norAfterManyMoreFrames() throws IOException {
        withstand(MANY_ROUNDS);
    }

    private void withstand(int rounds) throws IOException {
        try (RawSocket witness = RawSocket.open(gateway.port, RawSocket.PLAIN)) {
            witness.send(RawBytes.text("{\"type\":\"register\",\"address\":\"likes\"}"));
            int sent = 0;
            for (int round = 1; round <= rounds; round++) {
                sent += attack();
                published = round;
                LikePush.publish(gateway.vertx, List.of(new LikeCount(7, round, 5_000 + round)));
                assertThat(witness.hears("\"likes\":" + round + ",")).isTrue();
            }
            LOG.info("{} frames (seed {}); on the bus: {}", sent, SEED, onTheBus);
        }
        await().until(() -> gateway.gauge("likewire.push.sockets") == 0);
        assertThat(crashes).isEmpty();
        forgetKeys();
        assertThat(onTheBus).isEqualTo(Map.of(FEED + "/null", published));
    }

    /** The gateway itself asks for the keys of tokens now and then, and is answered. */
    private void forgetKeys() {
        Integer asked = onTheBus.remove("likewire.auth/trust");
        for (int i = 0; asked != null && i < asked; i++) {
            String answer = onTheBus.keySet().stream()
                    .filter(address -> address.startsWith("__vertx.reply."))
                    .findFirst()
                    .orElseThrow();
            onTheBus.remove(answer, 1);
        }
    }

    /** Half of them break the protocol too. */
    private int attack() {
        int sent = 0;
        for (int i = 0; i < SOCKETS; i++) {
            boolean framed = i % 2 != 0;
            boolean polite = i % 4 < 2;
            try (RawSocket attacker = RawSocket.open(gateway.port, framed ? RawSocket.FRAMED : RawSocket.PLAIN)) {
                boolean open = true;
                for (int frame = 0; frame < FRAMES && open; frame++) {
                    open = attacker.send(polite ? frames.spoken(framed) : frames.next(framed));
                    attacker.ignore();
                    sent += open ? 1 : 0;
                }
            }
        }
        return sent;
    }
}
