package io.likewire.gateway.live;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a stream of events as it comes. */
final class Listener implements AutoCloseable {
    private final StringBuffer received = new StringBuffer();
    private final Socket socket;
    private final Thread reader;

    Listener(int port, String path, String... headers) {
        try {
            socket = new Socket("127.0.0.1", port);
            ask(socket, path, headers);
            reader = new Thread(this::read, "listener");
            reader.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void ask(Socket socket, String path, String... headers) throws IOException {
        String more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
        String head = "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    String head() {
        return text().split("\r\n\r\n", 2)[0];
    }

    String text() {
        return received.toString();
    }

    List<Long> likes(long productId) {
        return text().lines()
                .filter(line -> line.startsWith("data: ") && line.endsWith("}"))
                .map(line -> new JsonObject(line.substring("data: ".length())))
                .filter(count -> count.getLong("productId") == productId)
                .map(count -> count.getLong("likes"))
                .toList();
    }

    boolean isOver() {
        return !reader.isAlive();
    }

    private void read() {
        byte[] bytes = new byte[4_096];
        try (InputStream in = socket.getInputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                received.append(new String(bytes, 0, n, StandardCharsets.US_ASCII));
            }
        } catch (IOException cut) {
            received.append("[cut]");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
