package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Seed;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.load.Answers;
import io.likewire.system.rig.load.OpenLoop;
import io.likewire.system.rig.report.Report;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * E2: clients of every kind that ask and do not read, some dozens of each at once. The short form proves the bounds in bytes,
 * the long one waits until time has cut them as well. HTTP/2, which needs TLS: {@code UnreadAnswersTest} of the gateway.
 */
@Tag("full")
class UnreadClientsIT {
    private static final int OF_EACH_KIND = Soak.choose(12, 48);
    private static final int READS_A_SECOND = 100;
    private static final Duration QUIET = Duration.ofSeconds(Soak.choose(1, 15));

    /** What they ask for is work, read or not. */
    private static final Duration ARRIVING = Duration.ofSeconds(Soak.choose(1, 4));

    private static final Duration BESIDE = Duration.ofSeconds(Soak.choose(2, 12));

    /** While the buffers of both systems fill something is taken; then comes the time in which nothing is, and some for a busy machine. */
    private static final Duration CUT_WITHIN = Duration.ofSeconds(20 + 20 + 5);

    private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);
    private static final int PRODUCTS = 100;
    private static final int PIPELINED = 40;
    private static final long MOST_MEGABYTES = 50;
    private static final String LISTS =
            RawBytes.head("GET", "/api/products?limit=100").repeat(PIPELINED);
    private static final String EXPORTS =
            RawBytes.head("GET", "/api/products/export").repeat(PIPELINED);
    private static final byte[] PINGS =
            RawBytes.several(1_000, RawBytes.frame(RawBytes.FINAL | RawBytes.PING, new byte[125]));
    private static final byte[] CHATTER = chatter("{\"type\":\"%s\",\"address\":\"likes\"}");
    private static final byte[] FRAMED_CHATTER =
            chatter("[\"{\\\"type\\\":\\\"%s\\\",\\\"address\\\":\\\"likes\\\"}\"]");

    private enum Kind {
        LISTS(client -> client.send(UnreadClientsIT.LISTS), client -> client.send("\r\n")),
        EXPORTS(client -> client.send(UnreadClientsIT.EXPORTS), client -> client.send("\r\n")),
        /** 640 bytes a second at most. */
        SIXTY_FOUR_BYTES(
                client -> client.send(UnreadClientsIT.LISTS), client -> client.send("\r\n") && client.take(64)),
        PINGS(client -> client.upgrade(RawSocket.PLAIN), client -> client.send(UnreadClientsIT.PINGS)),
        RAW_SOCKET(client -> client.upgrade(RawSocket.PLAIN), client -> client.send(CHATTER)),
        FRAMED_SOCKET(client -> client.upgrade(RawSocket.FRAMED), client -> client.send(FRAMED_CHATTER));

        private final Consumer<RawSocket> begin;
        private final Predicate<RawSocket> goOn;

        Kind(Consumer<RawSocket> begin, Predicate<RawSocket> goOn) {
            this.begin = begin;
            this.goOn = goOn;
        }
    }

    private final Node gateway = Wired.shared().cluster().node(Service.GATEWAY);
    private final URI address = gateway.http();
    private final Rest rest = Wired.shared().cluster().rest();
    private final List<Long> products =
            Stream.generate(() -> rest.create("p".repeat(200))).limit(PRODUCTS).toList();
    private final Map<Kind, List<RawSocket>> deaf = new EnumMap<>(Kind.class);
    private volatile boolean over;

    @AfterEach
    void hangUp() {
        deaf.values().forEach(clients -> clients.forEach(RawSocket::close));
        products.forEach(id -> rest.delete("/api/products/" + id));
    }

    @Test
    void takeLittleMemoryAndNobodyNoticesThem() throws Exception {
        Report report = new Report("unread-clients", Seed.of("unread-clients"));
        RequestOptions read = new RequestOptions().setURI("/api/products/" + products.get(0));
        try (OpenLoop load = new OpenLoop(address, () -> new RequestOptions(read))) {
            load.offer(READS_A_SECOND, QUIET);
            Answers quiet = load.offer(READS_A_SECOND, QUIET);
            long before = live();
            Thread talking = new Thread(this::talk, "deaf clients");

            long begun = System.nanoTime();
            comeAll();
            talking.start();
            Answers arriving = load.offer(READS_A_SECOND, ARRIVING);
            Answers beside = load.offer(READS_A_SECOND, BESIDE);
            long during = live();
            awaitCut(Soak.isOn() ? List.of(Kind.values()) : List.of(Kind.PINGS));
            long took = Trial.millisSince(begun);
            over = true;
            talking.join();
            hangUp();
            await("none is left").until(() -> gateway.metric("likewire_push_sockets") == 0);
            long after = live();

            report.figure("of each of " + Kind.values().length + " kinds", OF_EACH_KIND);
            report.figure("quiet", quiet.toString());
            report.figure("while they come", arriving.toString());
            report.figure("beside them", beside.toString());
            report.figure("live MB before, beside them, after", List.of(before, during, after));
            report.figure("resident MB", Memory.resident(gateway.process().pid()));
            report.figure("all cut after ms", took);
            for (Answers others : List.of(arriving, beside)) {
                assertThat(others.statuses()).containsExactly(200);
                assertThat(others.cut()).isZero();
            }
            assertThat(during - before).isLessThan(MOST_MEGABYTES);
            assertThat(after - before).isLessThan(MOST_MEGABYTES);
            if (Soak.isOn()) {
                assertThat(Duration.ofMillis(took)).isLessThan(CUT_WITHIN);
                assertThat(beside.p99()).isLessThanOrEqualTo(2 * quiet.p99() + 1);
            }
            report.passed();
        } finally {
            over = true;
            report.write();
        }
    }

    private void comeAll() {
        for (Kind kind : Kind.values()) {
            List<RawSocket> clients = Stream.generate(() -> new RawSocket(address))
                    .limit(OF_EACH_KIND)
                    .toList();
            clients.forEach(kind.begin);
            deaf.put(kind, new ArrayList<>(clients));
        }
    }

    /** Each goes on for as long as it can. */
    private void talk() {
        while (!over) {
            deaf.forEach((kind, clients) -> {
                synchronized (clients) {
                    clients.removeIf(client -> !kind.goOn.test(client));
                }
            });
            LockSupport.parkNanos(BETWEEN_WORDS.toNanos());
        }
    }

    private void awaitCut(List<Kind> kinds) {
        kinds.forEach(kind -> await(kind + " are cut").until(() -> {
            synchronized (deaf.get(kind)) {
                return deaf.get(kind).isEmpty();
            }
        }));
    }

    private long live() {
        return Memory.live(gateway.process().pid());
    }

    private static byte[] chatter(String message) {
        return RawBytes.several(
                10,
                RawBytes.text(String.format(Locale.ROOT, message, "register")),
                RawBytes.text(String.format(Locale.ROOT, message, "unregister")));
    }
}
