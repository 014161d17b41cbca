package io.likewire.tutorial;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers everything with one list. */
final class HttpService implements AutoCloseable {
    private final HttpServer server;

    HttpService(String list) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, list.length());
            exchange.getResponseBody().write(list.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/products");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
