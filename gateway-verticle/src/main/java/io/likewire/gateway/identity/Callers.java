package io.likewire.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** Who sends a request: an account, a visitor, or nobody in particular. */
record Callers(AccountTokens accounts, TrustedKeys trustedKeys, Visitors visitors) {
    private static final String BEARER = "Bearer ";

    /** The account; empty for visitors, and without a token. @throws Refusal for a token that is not good, whatever is wrong */
    Optional<Principal> of(HttpServerRequest request) {
        if (!hasToken(request)) {
            return Optional.empty();
        }
        String token = token(request);
        if (!accounts.remembers(token)) {
            if (visitors.knows(token)) {
                return Optional.empty();
            }
            if (!isOfAccount(token)) {
                throw refused();
            }
        }
        if (!trustedKeys.isReady()) {
            throw new Refusal(ProblemType.UNAVAILABLE, "Tokens can't be verified yet");
        }
        return Optional.of(accounts.verify(token).orElseThrow(Callers::refused));
    }

    static boolean hasToken(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** @throws Refusal for another scheme, and for more than one token */
    static String token(HttpServerRequest request) {
        List<String> all = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (all.size() != 1 || !all.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused();
        }
        return all.get(0).substring(BEARER.length()).strip();
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
