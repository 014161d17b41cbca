package io.likewire.system.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Another site, with a strict policy of its own and one page that shows like buttons of a shop. */
final class ForeignSite implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><title>Tea blog</title>
            <script type="module" src="%s/like-button.js"></script></head>
            <body><main><h1>Tea</h1>
            <like-button product="%d" name="Green tea"></like-button>
            <iframe title="Shop" src="%s/"></iframe></main></body></html>
            """;
    private final HttpServer server;

    private ForeignSite(HttpServer server) {
        this.server = server;
    }

    static ForeignSite open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.start();
            return new ForeignSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The address of a file. */
    String serving(Path file) {
        String path = "/" + file.getFileName();
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        });
        return origin() + path;
    }

    /** The address of a page that embeds a product's button. */
    String embedding(String shop, long product) {
        String policy = String.format(
                Locale.ROOT,
                "default-src 'none'; script-src %s; connect-src %s %s; frame-src %s",
                shop,
                shop,
                shop.replaceFirst("http", "ws"),
                shop);
        byte[] page = String.format(Locale.ROOT, PAGE, shop, product, shop).getBytes(StandardCharsets.UTF_8);
        server.createContext("/" + product, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        return origin() + "/" + product;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
