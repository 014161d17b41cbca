package io.likewire.system.browser;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.StaleProcesses;
import io.likewire.servers.testing.StartTimes;
import io.likewire.system.rig.Program;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One window of a Firefox of its own, led by WebDriver BiDi: Playwright knows only a Firefox that it has built itself. */
final class Firefox implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final int PATIENCE_S = 60;
    private final Map<Long, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Process process;
    private final WebSocket socket;
    private final String window;
    private final Path folder;

    private Firefox(Process process, URI address, Path folder) {
        this.process = process;
        this.folder = folder;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + "/session"), new Ears())
                .join();
        JsonObject trustsAnybody = new JsonObject().put("acceptInsecureCerts", true);
        call("session.new", new JsonObject().put("capabilities", new JsonObject().put("alwaysMatch", trustsAnybody)));
        this.window = call("browsingContext.getTree", new JsonObject())
                .getJsonArray("contexts")
                .getJsonObject(0)
                .getString("context");
    }

    /** The name of the program, where there is one. */
    static Optional<String> program() {
        return Stream.of("firefox", "firefox-esr").filter(Program::onPath).findFirst();
    }

    static Firefox start(String program) {
        try {
            Path folder = Path.of("target", "firefox", Long.toString(System.nanoTime()))
                    .toAbsolutePath();
            Files.createDirectories(folder);
            Path log = folder.resolve("output.log");
            List<String> command = List.of(
                    program,
                    "--headless",
                    "--no-remote",
                    "--profile",
                    folder.toString(),
                    "--remote-debugging-port",
                    "0");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
            StartTimes.of(() -> await(program).until(() -> address(log).isPresent() || !process.isAlive()));
            URI address = address(log).orElseThrow(() -> new IllegalStateException("It ended: see " + log));
            return new Firefox(process, address, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<URI> address(Path log) throws IOException {
        return LISTENS.matcher(Files.readString(log)).results().findFirst().map(line -> URI.create(line.group(1)));
    }

    void open(String address) {
        call(
                "browsingContext.navigate",
                new JsonObject().put("context", window).put("url", address).put("wait", "complete"));
    }

    /** The value of an expression in the page, as text. */
    String evaluate(String expression) {
        JsonObject evaluation = call(
                "script.evaluate",
                new JsonObject()
                        .put("expression", "String(" + expression + ")")
                        .put("target", new JsonObject().put("context", window))
                        .put("awaitPromise", false));
        return evaluation.getJsonObject("result", new JsonObject()).getString("value");
    }

    private JsonObject call(String method, JsonObject parameters) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        JsonObject command =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        socket.sendText(command.encode(), true).join();
        JsonObject answered = answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
        if (!"success".equals(answered.getString("type"))) {
            throw new IllegalStateException("Expected success of " + command + ", but got " + answered);
        }
        return answered.getJsonObject("result");
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = new JsonObject(text.toString());
                text.setLength(0);
                CompletableFuture<JsonObject> waiting = asked.remove(message.getLong("id", 0L));
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            from.request(1);
            return null;
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        socket.abort();
        kill(process);
        StaleProcesses.remove(folder);
    }
}
