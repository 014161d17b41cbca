package io.likewire.gateway.http;

import io.likewire.platform.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public HTTP server and its limits. */
public final class Front {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int URL_MAX = 4 * 1024;
    private static final int METHOD_AND_VERSION = 24;
    private static final int HEADERS_MAX = 8 * 1024;
    private static final int FRAME_MAX = 16 * 1024;
    private static final int SILENCE_S = 75;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int BACKLOG = 4 * 1024;
    private static final int FINISH_S = 2;

    private final Vertx vertx;
    private final String host;
    private final int port;
    private HttpServer server;
    private boolean listening;

    public Front(Vertx vertx, String host, int port) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
    }

    public Future<Void> open(Router router) {
        Strangers strangers = new Strangers(vertx);
        server = vertx.createHttpServer(options())
                .connectionHandler(strangers::connected)
                .requestHandler(request -> {
                    strangers.spoke(request.connection());
                    SecurityHeaders.set(request.response());
                    router.handle(request);
                })
                .invalidRequestHandler(new Unreadable());
        return server.listen()
                .onSuccess(open -> {
                    listening = true;
                    LOG.info("gateway listens on http://{}:{}", host, server.actualPort());
                })
                .recover(failure -> Future.failedFuture(new ConfigException(
                        "HTTP_PORT: can't listen on " + host + ":" + port + ": " + failure.getMessage())))
                .mapEmpty();
    }

    public Future<Void> listening() {
        return listening ? Future.succeededFuture() : Future.failedFuture("not listening");
    }

    public int port() {
        return server.actualPort();
    }

    /** Accepts nothing new and gives what runs a moment to finish. */
    public Future<Void> close() {
        listening = false;
        return server == null ? Future.succeededFuture() : server.shutdown(FINISH_S, TimeUnit.SECONDS);
    }

    // Frames are not compressed: that would be done, and its memory held, once for every socket. The system's send
    // buffer would otherwise grow to megabytes for a socket that doesn't read.
    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setAcceptBacklog(BACKLOG)
                .setSendBufferSize(SEND_BUFFER)
                .setMaxInitialLineLength(URL_MAX + METHOD_AND_VERSION)
                .setMaxHeaderSize(HEADERS_MAX)
                .setReadIdleTimeout(SILENCE_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setWebSocketClosingTimeout(FINISH_S)
                .setMaxWebSocketFrameSize(FRAME_MAX)
                .setMaxWebSocketMessageSize(FRAME_MAX)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }
}
