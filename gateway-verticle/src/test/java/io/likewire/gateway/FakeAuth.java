package io.likewire.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPage;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.auth.TokenTrust;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** auth-verticle, played: one key, and whoever it is asked for has the password {@link #PASSWORD}. */
public final class FakeAuth implements AuthService {
    public static final String PASSWORD = "tulips-in-march-4711";
    public static final RSAKey KEY = newKey();
    public final Map<String, Long> withdrawn = new ConcurrentHashMap<>();

    /** When logins are answered. */
    public volatile Future<Void> turn = Future.succeededFuture();

    public final AtomicInteger logins = new AtomicInteger();

    private final Account ann = new Account(2, "ann", Role.USER, false, Instant.EPOCH);
    private final Account head = new Account(1, "head", Role.ADMIN, false, Instant.EPOCH);

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good token. */
    public static String token(long account, Role role) {
        return sign(header().build(), claims(account, role).build(), KEY);
    }

    public static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY.getKeyID())
                .type(new JOSEObjectType(AccessTokens.TYPE));
    }

    public static JWTClaimsSet.Builder claims(long account, Role role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(AccessTokens.ISSUER)
                .audience(AccessTokens.AUDIENCE)
                .subject(Long.toString(account))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .jwtID(UUID.randomUUID().toString())
                .claim(AccessTokens.SESSION, UUID.randomUUID().toString())
                .claim(AccessTokens.ROLES, role.ids());
    }

    public static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Future<Account> register(Credentials credentials, Call call) {
        return Future.succeededFuture(ann);
    }

    @Override
    public Future<Session> login(Credentials credentials, String device, Call call) {
        if (credentials.username().equals("tired")) {
            return Future.failedFuture(Refusal.tooMany("Too many sign-in attempts", 73));
        }
        logins.incrementAndGet();
        return turn.compose(now -> credentials.password().equals(PASSWORD)
                ? Future.succeededFuture(session(device))
                : Future.failedFuture(new Refusal(ProblemType.UNAUTHORIZED, "Incorrect username or password")));
    }

    private Session session(String device) {
        return new Session(ann, token(2, Role.USER), 600, "refresh-token", 3600, device == null ? "new-device" : null);
    }

    @Override
    public Future<Session> refresh(String refreshToken, Call call) {
        return refreshToken.equals("refresh-token")
                ? Future.succeededFuture(session("known"))
                : Future.failedFuture(new Refusal(ProblemType.UNAUTHORIZED, "The session has ended"));
    }

    @Override
    public Future<Void> logout(String refreshToken, Call call) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Session> changePassword(long account, PasswordChange change, Call call) {
        return Future.succeededFuture(session("known"));
    }

    @Override
    public Future<Account> account(long id, Call call) {
        return Future.succeededFuture(id == 1 ? head : ann);
    }

    @Override
    public Future<AccountPage> accounts(long after, int limit, Call call) {
        return Future.succeededFuture(new AccountPage(List.of(head, ann), null));
    }

    @Override
    public Future<Account> change(long id, AccountPatch patch, Call call) {
        return id == 2
                ? Future.succeededFuture(ann)
                : Future.failedFuture(new Refusal(ProblemType.NOT_FOUND, "There is no user " + id));
    }

    @Override
    public Future<Long> anyone(Call call) {
        return Future.succeededFuture(2L);
    }

    @Override
    public Future<TokenTrust> trust(Call call) {
        JsonObject keys = new JsonObject()
                .put(
                        "keys",
                        new JsonArray().add(new JsonObject(KEY.toPublicJWK().toJSONString())));
        return Future.succeededFuture(new TokenTrust(keys, new RevokedSessions(Map.copyOf(withdrawn))));
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return Future.succeededFuture(new JsonObject().put("status", "up"));
    }
}
