package io.likewire.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Answers with what it was told, in that order, and remembers what was asked. */
public final class ScriptedServer implements AutoCloseable, AfterEachCallback {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** @param headers names and values in turn */
    private record Answer(int status, boolean isCut, String body, String... headers) {}

    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public ScriptedServer then(int status, String body, String... headers) {
        answers.add(new Answer(status, false, body, headers));
        return this;
    }

    /** Ends before the body is whole. */
    public ScriptedServer thenCut(String body) {
        answers.add(new Answer(200, true, body));
        return this;
    }

    /** Takes the next question and gives no answer. */
    public ScriptedServer thenLost() {
        return then(0, "");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method, path and the headers that tests look at. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        String condition = headers.getFirst("If-Match");
        asked.add(String.format(
                        Locale.ROOT,
                        "%s %s %s %s",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Authorization"),
                        headers.getFirst("Idempotency-Key"))
                .concat(condition == null ? "" : " " + condition));
        Answer answer = answers.remove(0);
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        for (int i = 0; i < answer.headers().length; i += 2) {
            exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        int length = answer.isCut() ? body.length + 1 : body.length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
