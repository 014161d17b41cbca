package io.likewire.system.rig;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Somebody with an identity of their own. */
public final class Visitor {
    private final Rest rest;
    private final String token;
    private final UUID id;

    private Visitor(Rest rest, String token, UUID id) {
        this.rest = rest;
        this.token = token;
        this.id = id;
    }

    static Visitor introducedBy(Rest stranger) {
        Reply reply = stranger.post("/api/visitors", null);
        if (reply.status() != 201) {
            throw new IllegalStateException("Expected 201, but got " + reply);
        }
        String token = reply.json().getString("token");
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        String subject = new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub");
        return new Visitor(stranger.as(token), token, UUID.fromString(subject));
    }

    public UUID id() {
        return id;
    }

    /** What proves the identity. */
    public String token() {
        return token;
    }

    public Rest rest() {
        return rest;
    }

    /** The same one at another gateway. */
    public Visitor at(Rest gateway) {
        return new Visitor(gateway.as(token), token, id);
    }

    public Reply like(long productId) {
        return rest.post("/api/products/" + productId + "/like", null);
    }

    /** With an idempotency key. */
    public Reply like(long productId, String key) {
        return rest.keyed(key).post("/api/products/" + productId + "/like", null);
    }

    public Reply unlike(long productId) {
        return rest.delete("/api/products/" + productId + "/like");
    }

    public boolean likes(long productId) {
        return rest.trueLikes(productId).getBoolean("liked");
    }
}
