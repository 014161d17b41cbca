package io.likewire.platform.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as AWS Secrets Manager does, as far as GetSecretValue goes. */
final class SecretsManagerStandIn implements AutoCloseable {
    private final Map<String, String> secrets = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String error = "";
    private volatile boolean silent;

    SecretsManagerStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    void holds(String id, String text) {
        secrets.put(id, text);
    }

    void refuses(int withStatus, String withError) {
        status = withStatus;
        error = withError;
    }

    void hangs() {
        silent = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonObject question =
                new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.incrementAndGet();
        if (silent) {
            return;
        }
        String id = question.getString("SecretId");
        if (!"secretsmanager.GetSecretValue".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                || !exchange.getRequestHeaders().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256")) {
            fail(exchange, 400, "InvalidRequestException");
        } else if (status != 200) {
            fail(exchange, status, error);
        } else if (!secrets.containsKey(id)) {
            fail(exchange, 400, "ResourceNotFoundException");
        } else {
            send(exchange, 200, new JsonObject().put("Name", id).put("SecretString", secrets.get(id)));
        }
    }

    private static void fail(HttpExchange exchange, int status, String type) throws IOException {
        send(exchange, status, new JsonObject().put("__type", type).put("message", "no"));
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toBuffer().getBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
