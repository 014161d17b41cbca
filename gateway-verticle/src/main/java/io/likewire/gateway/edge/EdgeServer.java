package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public HTTP server and its limits. */
public final class EdgeServer {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int FRAME_MAX = 8 * 1024;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int BACKLOG = 4 * 1024;
    private static final Duration FINISH = Duration.ofSeconds(5);
    private static final int CLOSING_S = 2;
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final String host;
    private final int port;
    private final Optional<Tls> tls;
    private final Cors cors;
    private final Duration beginning;
    private final Duration goodbye;
    private final Predicate<HttpServerRequest> turnAway;
    private final Consumer<HttpServerRequest> limits;
    private final Connections connections;
    private long refusedAt = System.nanoTime() - BETWEEN_WARNINGS.toNanos() - 1;
    private HttpServer server;
    private boolean listening;

    /**
     * @param turnAway which requests are too many at the moment
     * @param limits refuses those of whom has asked too often
     */
    public EdgeServer(
            Vertx vertx,
            String host,
            int port,
            Optional<Tls> tls,
            Cors cors,
            ClientTimeouts clientTimeouts,
            Predicate<HttpServerRequest> turnAway,
            Consumer<HttpServerRequest> limits) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.cors = cors;
        this.beginning = clientTimeouts.head();
        this.goodbye = clientTimeouts.goodbye();
        this.turnAway = turnAway;
        this.limits = limits;
        this.connections = new Connections(vertx, clientTimeouts, FINISH);
    }

    public Future<Void> open(Router router) {
        server = vertx.createHttpServer(options())
                .connectionHandler(connections::connected)
                .requestHandler(request -> receive(request, router))
                .invalidRequestHandler(new BadRequestHandler());
        return server.listen()
                .onSuccess(open -> {
                    listening = true;
                    LOG.info(
                            "gateway listens on {}://{}:{}",
                            tls.isPresent() ? "https" : "http",
                            host,
                            server.actualPort());
                })
                .recover(failure -> Future.failedFuture(new ConfigException(
                        "HTTP_PORT: can't listen on " + host + ":" + port + ": " + failure.getMessage())))
                .mapEmpty();
    }

    private void receive(HttpServerRequest request, Router router) {
        if (!connections.requested(request)) {
            return;
        }
        RequestIds.give(request);
        SecurityHeaders.set(request);
        request.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        cors.permit(request);
        if (turnAway.test(request)) {
            swallow(request);
            Problem.sendOverloaded(request);
            return;
        }
        try {
            limits.accept(request);
            requireOneReading(request);
            requireWelcome(request);
        } catch (Refusal refusal) {
            swallow(request);
            Problem.of(refusal).send(request);
            return;
        }
        router.handle(request);
    }

    /** Of HTTP/1.1 the first line has been measured when it was read, and has no line breaks. */
    private static void requireOneReading(HttpServerRequest request) {
        if (request.uri() == null) {
            throw new Refusal(ProblemType.MALFORMED, "CONNECT has no address here");
        }
        boolean broken = request.version() == HttpVersion.HTTP_2 && RequestHead.hasLineBreaks(request);
        if (broken || RequestHead.hasTwoHosts(request)) {
            throw new Refusal(ProblemType.MALFORMED, ProblemType.MALFORMED.title());
        }
        if (RequestHead.hasTooManyFields(request)) {
            throw new Refusal(ProblemType.HEADERS_TOO_LARGE, ProblemType.HEADERS_TOO_LARGE.title());
        }
        if (request.uri().length() > RequestHead.URL_MAX) {
            throw new Refusal(ProblemType.URI_TOO_LONG, ProblemType.URI_TOO_LONG.title());
        }
    }

    /** A page of another site can't read the answer, but a browser would send its form all the same. */
    private void requireWelcome(HttpServerRequest request) {
        if (!HARMLESS.contains(request.method()) && !cors.welcomes(request)) {
            sayWhatDiffered(request);
            throw new Refusal(ProblemType.FORBIDDEN, "Another site may not do that here");
        }
    }

    /** A proxy that sends its own Host makes our own pages look like those of another site. */
    private void sayWhatDiffered(HttpServerRequest request) {
        long now = System.nanoTime();
        if (now - refusedAt > BETWEEN_WARNINGS.toNanos()) {
            refusedAt = now;
            LOG.warn(
                    "a write of a page of '{}' was refused: it was sent to '{}', so it is another site's. If these are one,"
                            + " the proxy in front has to pass the Host on: docs/deployment.md",
                    RequestOrigin.of(request),
                    request.authority());
        }
    }

    private void swallow(HttpServerRequest request) {
        if (UnwantedBody.expected(request)) {
            UnwantedBody.swallow(vertx, request);
        }
    }

    public Future<Void> listening() {
        return listening ? Future.succeededFuture() : Future.failedFuture("not listening");
    }

    public int port() {
        return server.actualPort();
    }

    /**
     * Goes on answering for a moment, so that kept-alive connections learn from an answer that they have to look for
     * another gateway; then accepts nothing new and lets what runs finish.
     */
    public Future<Void> close() {
        listening = false;
        if (server == null) {
            return Future.succeededFuture();
        }
        connections.sayGoodbye();
        return vertx.timer(goodbye.toMillis(), TimeUnit.MILLISECONDS).compose(said -> {
            connections.closeIdle();
            return server.shutdown(FINISH.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    // Nothing is compressed here: that would be done, and its memory held, once for every socket and each answer that
    // has begun. The system's send buffer would otherwise grow to megabytes for a socket that doesn't read.
    private HttpServerOptions options() {
        HttpServerOptions options = RequestHead.limits()
                .setHost(host)
                .setPort(port)
                .setAcceptBacklog(BACKLOG)
                .setSendBufferSize(SEND_BUFFER)
                .setReadIdleTimeout((int) beginning.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setHttp2ClearTextEnabled(false)
                .setWebSocketClosingTimeout(CLOSING_S)
                .setMaxWebSocketFrameSize(FRAME_MAX)
                .setMaxWebSocketMessageSize(FRAME_MAX)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
        tls.ifPresent(files -> files.apply(vertx, options));
        return options;
    }
}
