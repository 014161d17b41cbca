package io.likewire.auth;

import io.likewire.contracts.auth.Session;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** What access tokens say. */
final class Tokens {
    private Tokens() {}

    static String kid(Session session) {
        return part(session, 0).getString("kid");
    }

    static String sid(Session session) {
        return part(session, 1).getString("sid");
    }

    private static JsonObject part(Session session, int index) {
        byte[] json = Base64.getUrlDecoder().decode(session.accessToken().split("\\.")[index]);
        return new JsonObject(Buffer.buffer(json));
    }
}
