package io.likewire.system.rig;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A browser's socket: raw WebSocket, event bus bridge protocol. */
public final class LiveSocket implements AutoCloseable {
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final Consumer<JsonObject> listener;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private WebSocket socket;

    private LiveSocket(Consumer<JsonObject> listener) {
        this.listener = listener == null ? frames::add : listener;
    }

    /** Opens a socket at a gateway. */
    public static LiveSocket open(URI gateway) {
        return opening(gateway).join();
    }

    public static CompletableFuture<LiveSocket> opening(URI gateway) {
        return opening(gateway, null);
    }

    /** @param listener gets all frames, which are not kept then */
    public static CompletableFuture<LiveSocket> opening(URI gateway, Consumer<JsonObject> listener) {
        LiveSocket live = new LiveSocket(listener);
        String scheme = gateway.getScheme().equals("https") ? "wss://" : "ws://";
        URI uri = URI.create(scheme + gateway.getAuthority() + "/eventbus/websocket");
        return Rest.client(gateway)
                .newWebSocketBuilder()
                .buildAsync(uri, live.new Ears())
                .thenApply(socket -> {
                    live.socket = socket;
                    return live;
                });
    }

    /** Asks for the counts of one product. */
    public LiveSocket watch(long productId) {
        return register("likes." + productId);
    }

    /** @param address {@code likes.7}, or {@code likes} for all products */
    public LiveSocket register(String address) {
        return say(new JsonObject().put("type", "register").put("address", address));
    }

    public LiveSocket say(JsonObject frame) {
        socket.sendText(frame.encode(), true).join();
        return this;
    }

    /** Everything received, oldest first. */
    public List<JsonObject> frames() {
        return List.copyOf(frames);
    }

    /** The counts of one product, from its own address or the feed, oldest first. */
    public List<JsonObject> counts(long productId) {
        return frames.stream()
                .flatMap(LiveSocket::countsIn)
                .filter(count -> count.getLong("productId") == productId)
                .toList();
    }

    public static Stream<JsonObject> countsIn(JsonObject frame) {
        if (!"rec".equals(frame.getString("type"))) {
            return Stream.empty();
        }
        return frame.getValue("body") instanceof JsonArray several
                ? several.stream().map(JsonObject.class::cast)
                : Stream.of(frame.getJsonObject("body"));
    }

    /** What the socket shows; -1 before the first frame. */
    public long shownLikes(long productId) {
        List<JsonObject> counts = counts(productId);
        return counts.isEmpty() ? -1 : counts.get(counts.size() - 1).getLong("likes");
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ears implements WebSocket.Listener {
        private Buffer frame = Buffer.buffer();

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            frame.appendBytes(bytes);
            if (last) {
                listener.accept(frame.toJsonObject());
                frame = Buffer.buffer();
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(null);
        }
    }
}
