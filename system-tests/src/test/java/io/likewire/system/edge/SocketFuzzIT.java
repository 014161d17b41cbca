package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Seed;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Wired;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is said through sockets: no service hears of it, and everybody else goes on seeing likes arrive. */
@Tag("full")
class SocketFuzzIT {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFuzzIT.class);
    private static final int SOCKETS = Soak.choose(100, 5_000);
    private static final int FRAMES = 100;
    private static final int LIKES = 5;
    private final Node gateway = Wired.shared().cluster().node(Service.GATEWAY);
    private final Rest rest = Wired.shared().cluster().rest();
    private final Random random = new Random(Long.getLong("likewire.fuzz.seed", Seed.of("hostile sockets")));

    @Test
    void noServiceHearsOfItAndEverybodyElseGoesOnSeeingLikes() {
        long apple = rest.create("Apple");
        double asked = askedOfProducts();
        try (LiveSocket witness = LiveSocket.open(gateway.http()).watch(apple)) {
            int said = 0;
            for (int like = 1; like <= LIKES; like++) {
                for (int i = 0; i < SOCKETS / LIKES; i++) {
                    try (HostileSocket socket = HostileSocket.open(gateway.http(), random)) {
                        said += socket.say(FRAMES);
                    }
                }
                int expected = like;
                rest.newVisitor().like(apple);
                await("the like is seen").until(() -> witness.shownLikes(apple) == expected);
            }
            LOG.info("{} hostile frames", said);
        }
        assertThat(askedOfProducts()).isEqualTo(asked);
        assertThat(gateway.management().get("/metrics").text()).doesNotContain(HostileSocket.SECRET, "__vertx.subs\"");
        assertThat(gateway.process().isAlive()).isTrue();
    }

    private double askedOfProducts() {
        return gateway.metric("vertx_eventbus_sent_total", "address=\"likewire.products\"");
    }
}
