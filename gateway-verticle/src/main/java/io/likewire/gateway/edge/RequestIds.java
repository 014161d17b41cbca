package io.likewire.gateway.edge;

import io.likewire.contracts.bus.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names each request: as its caller did, if that name is harmless in a log, else by chance. */
final class RequestIds {
    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern HARMLESS = Pattern.compile("[a-zA-Z0-9._-]{1,64}");

    private RequestIds() {}

    static void give(HttpServerRequest request) {
        String wanted = request.getHeader(HEADER);
        String id = wanted != null && HARMLESS.matcher(wanted).matches() ? wanted : random();
        request.response().putHeader(HEADER, id);
        RequestId.enter(id);
    }

    /** The id that was given to the request of this answer. */
    static String of(HttpServerResponse response) {
        return response.headers().get(HEADER);
    }

    /** Not secret, only unlikely to come twice. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextInt());
    }
}
