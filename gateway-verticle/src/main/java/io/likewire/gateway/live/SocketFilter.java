package io.likewire.gateway.live;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.ResponseBody;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Who may open a socket: WebSockets only, and in a browser only pages of this very host or of a site on the list. The rest of SockJS (iframe,
 * chunking test, greeting) stays shut.
 *
 * @param room refuses when there is none for one more socket
 * @param cors the list of other sites
 */
record SocketFilter(Consumer<HttpServerRequest> room, Cors cors) implements Handler<RoutingContext> {
    private static final String INFO = "/eventbus/info";

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean socket = request.path().endsWith("/websocket");
        if (!socket && !request.path().equals(INFO)) {
            throw new Refusal(ProblemType.NOT_FOUND, "Not found");
        }
        if (request.method() != HttpMethod.GET) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, OPTIONS");
            throw new Refusal(ProblemType.METHOD_NOT_ALLOWED, "A WebSocket starts with GET");
        }
        if (!cors.welcomes(request)) {
            throw new Refusal(ProblemType.FORBIDDEN, "Another site may not open a socket here");
        }
        if (socket && (!Bodies.isAbsent(request) || !request.canUpgradeToWebSocket())) {
            throw new Refusal(ProblemType.MALFORMED, "This address speaks WebSocket only, and a handshake has no body");
        }
        if (socket) {
            room.accept(request);
            context.next();
        } else {
            sendInfo(request);
        }
    }

    /** What SockJS clients ask first. The library's own answer lets pages of other sites send cookies. */
    private static void sendInfo(HttpServerRequest request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ResponseBody.end(
                request,
                new JsonObject()
                        .put("websocket", true)
                        .put("cookie_needed", false)
                        .put("origins", new JsonArray().add("*:*"))
                        .put("entropy", ThreadLocalRandom.current().nextLong(1L << 32))
                        .toBuffer());
    }
}
