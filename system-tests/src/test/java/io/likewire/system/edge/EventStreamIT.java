package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code curl -N} shows. */
@Tag("full")
class EventStreamIT {
    private final URI gateway = Wired.shared().cluster().gateway();
    private final Rest rest = Wired.shared().cluster().rest();

    @Test
    void curlSeesTheCountsAndThenEachLike() throws IOException {
        long apple = rest.create("Apple");
        long pear = rest.create("Pear");
        rest.newVisitor().like(pear);
        try (Socket socket = listen("/api/likes/stream?products=" + apple + "," + pear)) {
            StringBuilder seen = new StringBuilder();
            awaitText(socket, seen, event(apple, 0));
            awaitText(socket, seen, event(pear, 1));

            JsonObject like = rest.newVisitor().like(apple).json();

            awaitText(socket, seen, "id: " + like.getLong("likesVersion") + "\n" + event(apple, 1));
            assertThat(seen).contains("content-type: text/event-stream");
        }
    }

    private static String event(long product, long likes) {
        return "data: {\"productId\":" + product + ",\"likes\":" + likes + ",";
    }

    private Socket listen(String path) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        String head = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitText(Socket socket, StringBuilder seen, String text) {
        await(text).until(() -> {
            InputStream in = socket.getInputStream();
            seen.append(new String(in.readNBytes(in.available()), StandardCharsets.US_ASCII));
            return seen.indexOf(text) >= 0;
        });
    }
}
