package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.RawSocket;
import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thousands who never finish their request heads take nothing from those who do. */
@Tag("full")
class SlowHeadersIT {
    private static final Logger LOG = LoggerFactory.getLogger(SlowHeadersIT.class);
    private static final int CONNECTIONS = Soak.choose(1_000, 10_000);
    private final Wired wired = Wired.shared();
    private final URI gateway = wired.cluster().gateway();
    private final Rest rest = wired.cluster().rest();
    private final List<RawSocket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() {
        slow.forEach(RawSocket::close);
    }

    @Test
    void theyAreCutAndOthersDoNotNotice() {
        long apple = rest.create("Apple");
        for (int i = 0; i < CONNECTIONS; i++) {
            RawSocket client = new RawSocket(gateway);
            client.send("GET /api/products HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            slow.add(client);
        }
        long megabytes = megabytes();
        Visitor visitor = rest.newVisitor();
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(rest.get("/api/products/" + apple).status()).isEqualTo(200);
            assertThat(visitor.like(apple).status()).isIn(200, 400);
        }
        LOG.info("40 requests beside {} slow heads: {} ms; gateway {} MB", CONNECTIONS, since(begun), megabytes);

        await("all are cut").until(this::allCut);

        LOG.info("all cut {} ms later", since(begun));
        assertThat(rest.get("/api/products/" + apple).status()).isEqualTo(200);
    }

    /** Each goes on byte by byte for as long as it can. */
    private boolean allCut() {
        slow.removeIf(client -> !client.send("x"));
        return slow.isEmpty();
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private long megabytes() {
        return Memory.resident(wired.cluster().node(Service.GATEWAY).process().pid());
    }
}
