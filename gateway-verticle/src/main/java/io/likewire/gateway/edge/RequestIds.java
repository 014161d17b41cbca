package io.likewire.gateway.edge;

import io.likewire.contracts.bus.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names each request: as its caller did, if that name is harmless in a log, else by chance. */
final class RequestIds {
    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");
    private static final HexFormat HEX = HexFormat.of();
    private static final int LONGEST = 64;

    private RequestIds() {}

    static void give(HttpServerRequest request) {
        String wanted = request.getHeader(HEADER);
        String id = harmless(wanted) ? wanted : random();
        request.response().putHeader(HEADER, id);
        RequestId.enter(id);
    }

    /** The id that was given to the request of this answer. */
    static String of(HttpServerResponse response) {
        return response.headers().get(HEADER);
    }

    private static boolean harmless(String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!allowed(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    /** Not secret, only unlikely to come twice. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextInt());
    }
}
