package io.likewire.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Function;

/** Who sends a request: an account, a visitor, or nobody in particular. */
public final class Callers {
    private static final String BEARER = "Bearer ";
    private final AccountTokens accounts;
    private final TrustedKeys trustedKeys;
    private final Function<String, Future<?>> visitors;

    /** @param visitors fails for a token that is no visitor's */
    public Callers(AccountTokens accounts, TrustedKeys trustedKeys, Function<String, Future<?>> visitors) {
        this.accounts = accounts;
        this.trustedKeys = trustedKeys;
        this.visitors = visitors;
    }

    /** The account; empty for visitors, and without a token. UNAUTHORIZED for a token that is not good, whatever is wrong. */
    Future<Optional<Principal>> of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Future.succeededFuture(Optional.empty());
        }
        String token = token(request, authorization);
        return accounts.remembers(token)
                ? account(token)
                : visitors.apply(token)
                        .map(known -> Optional.<Principal>empty())
                        .recover(stranger -> isOfAccount(token) ? account(token) : Future.failedFuture(refused()));
    }

    private Future<Optional<Principal>> account(String token) {
        if (!trustedKeys.isReady()) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "Tokens can't be verified yet"));
        }
        Optional<Principal> account = accounts.verify(token);
        return account.isPresent() ? Future.succeededFuture(account) : Future.failedFuture(refused());
    }

    private static String token(HttpServerRequest request, String authorization) {
        boolean one = request.headers().getAll(HttpHeaders.AUTHORIZATION).size() == 1;
        if (!one || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused();
        }
        return authorization.substring(BEARER.length()).strip();
    }

    /** By what it says of itself, which is not to be believed yet. */
    private static boolean isOfAccount(String token) {
        int dot = token.indexOf('.');
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(token.substring(0, Math.max(0, dot))));
            return JWSAlgorithm.RS256.equals(header.getAlgorithm());
        } catch (ParseException | RuntimeException unreadable) {
            return false;
        }
    }

    static Refusal refused() {
        return new Refusal(ProblemType.UNAUTHORIZED, "The token is not valid");
    }
}
