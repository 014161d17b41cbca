package io.likewire.gateway.visitors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.likewire.contracts.bus.Liker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.util.UUID;

/** Signs visitors' identities, and remembers the ones that it has verified. */
final class VisitorTokens {
    static final Duration LIFETIME = Duration.ofDays(400);
    private static final String ALGORITHM = "HS256";
    private static final String ISSUER = "likewire";
    private static final String AUDIENCE = "visitor";
    private static final int LONGEST = 1024;
    private static final int REMEMBERED = 100_000;
    private static final int RANDOM_UUID = 4;

    private final JWTAuth jwt;
    private final Cache<String, Liker> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    VisitorTokens(Vertx vertx, byte[] key) {
        this.jwt = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(key)))
                        .setJWTOptions(new JWTOptions().setIssuer(ISSUER).addAudience(AUDIENCE)));
    }

    String issue(UUID visitor) {
        JWTOptions options = new JWTOptions()
                .setAlgorithm(ALGORITHM)
                .setSubject(visitor.toString())
                .setIssuer(ISSUER)
                .addAudience(AUDIENCE)
                .setExpiresInSeconds((int) LIFETIME.toSeconds());
        return jwt.generateToken(new JsonObject(), options);
    }

    /** Fails when the token is not one of ours. */
    Future<Liker> verify(String token) {
        Liker known = verified.getIfPresent(token);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        if (token.length() > LONGEST) {
            return Future.failedFuture("too long");
        }
        return jwt.authenticate(new TokenCredentials(token))
                .map(VisitorTokens::liker)
                .onSuccess(liker -> verified.put(token, liker));
    }

    private static Liker liker(User user) {
        UUID visitor = UUID.fromString(user.subject());
        if (visitor.version() != RANDOM_UUID) {
            throw new IllegalArgumentException("Expected a random UUID");
        }
        return Liker.visitor(visitor);
    }
}
