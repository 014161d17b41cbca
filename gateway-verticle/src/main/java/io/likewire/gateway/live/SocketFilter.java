package io.likewire.gateway.live;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.Cors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * Who may open a socket: WebSockets only, and in a browser only pages of this very host or of a site on the list. The rest of SockJS (iframe,
 * chunking test, greeting) stays shut.
 *
 * @param room refuses when there is none for one more socket
 * @param cors the list of other sites
 */
record SocketFilter(Consumer<HttpServerRequest> room, Cors cors) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean socket = request.path().endsWith("/websocket");
        if (!socket && !request.path().equals(SocketInfo.PATH)) {
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
            SocketInfo.answer(request);
        }
    }
}
