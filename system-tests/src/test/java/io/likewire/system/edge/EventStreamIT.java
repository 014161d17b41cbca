package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code curl -N} shows. */
@Tag("full")
class EventStreamIT {
    private final URI gateway = Wired.shared().cluster().gateway();
    private final Rest rest = Wired.shared().cluster().rest();

    @Test
    void curlSeesTheCountsAndThenEachLike() {
        long apple = rest.create("Apple");
        long pear = rest.create("Pear");
        rest.newVisitor().like(pear);
        try (RawSocket client = new RawSocket(gateway)) {
            client.send(
                    RawBytes.head("GET", "/api/likes/stream?products=" + apple + "," + pear, "Accept-Encoding: gzip"));
            awaitText(client, event(apple, 0));
            awaitText(client, event(pear, 1));

            JsonObject like = rest.newVisitor().like(apple).json();

            awaitText(client, "id: " + like.getLong("likesVersion") + "\n" + event(apple, 1));
            assertThat(client.heard()).contains("content-type: text/event-stream");
        }
    }

    private static String event(long product, long likes) {
        return "data: {\"productId\":" + product + ",\"likes\":" + likes + ",";
    }

    private static void awaitText(RawSocket client, String text) {
        await(text).until(() -> client.heard().contains(text));
    }
}
