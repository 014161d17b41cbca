package io.likewire.gateway.live;

import io.likewire.gateway.edge.ResponseBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ThreadLocalRandom;

/** What SockJS clients ask first. The library's own answer lets pages of other sites send cookies. */
final class SocketInfo {
    static final String PATH = "/eventbus/info";

    private SocketInfo() {}

    static void answer(HttpServerRequest request) {
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
