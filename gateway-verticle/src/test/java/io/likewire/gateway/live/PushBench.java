package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.gateway.FakeLikes;
import io.likewire.gateway.edge.ClientAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The push side without network and without waiting. */
final class PushBench {
    final ManualTimers timers = new ManualTimers();
    final FakeLikes likes = new FakeLikes();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PushMetrics metrics = new PushMetrics(registry);
    private final CountQueries countQueries = new CountQueries(likes, Duration.ofSeconds(1), metrics);
    final AllChangesTopic allChangesTopic = new AllChangesTopic(timers, PushIntervals.DEFAULT.frameGap());
    final ProductTopics products = new ProductTopics(countQueries, timers, PushIntervals.DEFAULT);
    private final SocketMessages socketMessages = new SocketMessages(products, allChangesTopic);

    PushBench() {
        new PeriodicRefresh(countQueries, this::watched, timers, PushIntervals.DEFAULT.healing(), this::push).start();
    }

    /** A message from the likes side arrives. */
    void push(LikeCount count) {
        allChangesTopic.offer(count);
        products.offer(count);
    }

    private Set<Long> watched() {
        Set<Long> ids = new HashSet<>(products.ids());
        ids.addAll(allChangesTopic.toldLately());
        return ids;
    }

    Socket socket() {
        return new Socket();
    }

    /** A browser. */
    final class Socket {
        final RecordingSink sink = new RecordingSink();
        final SocketSession session = new SocketSession(
                sink, ClientAddress.parse("127.0.0.1"), timers, PushIntervals.DEFAULT.slowness(), metrics);

        Socket says(String frame) {
            socketMessages.receive(session, Buffer.buffer(frame));
            return this;
        }

        Socket registers(String... addresses) {
            Stream.of(addresses).forEach(a -> says("{\"type\":\"register\",\"address\":\"" + a + "\"}"));
            return this;
        }
    }
}
