package io.likewire.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.Role;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Verifies access tokens without asking anybody. What was verified once is remembered, and counts as long as the token, its
 * key and its session do.
 */
public final class AccountTokens {
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final int LONGEST = 2048;
    private static final int REMEMBERED = 50_000;

    /** Clocks differ. */
    private static final int SLACK_S = 30;

    /** A token that was good when it was looked at. */
    private record Verified(Principal principal, String kid, long expires) {}

    private final TrustedKeys trustedKeys;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(AccessTokens.LONGEST_S))
            .build();

    public AccountTokens(TrustedKeys trustedKeys, Clock clock) {
        this.trustedKeys = trustedKeys;
        this.clock = clock;
    }

    /** Empty unless it is a good one. */
    Optional<Principal> verify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known == null && token.length() <= LONGEST) {
            known = look(token);
        }
        return Optional.ofNullable(known).filter(this::counts).map(Verified::principal);
    }

    /** Whether it was good when it was last looked at, which costs nothing to know. */
    boolean remembers(String token) {
        return verified.getIfPresent(token) != null;
    }

    private boolean counts(Verified token) {
        return token.expires() > clock.instant().getEpochSecond()
                && trustedKeys.verifier(token.kid()) != null
                && !trustedKeys.isWithdrawn(token.principal().session());
    }

    private Verified look(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSVerifier verifier = verifier(jwt.getHeader());
            if (verifier == null || !jwt.verify(verifier)) {
                return null;
            }
            Verified good = claims(jwt.getJWTClaimsSet(), jwt.getHeader().getKeyID());
            if (good != null) {
                verified.put(token, good);
            }
            return good;
        } catch (ParseException | JOSEException | RuntimeException unreadable) {
            return null;
        }
    }

    /** One algorithm, a key that we know by its name, and nothing in the header that would name another. */
    private JWSVerifier verifier(JWSHeader header) {
        boolean ours = JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && HEADER.equals(header.toJSONObject().keySet())
                && AccessTokens.TYPE.equals(header.getType().getType());
        return ours ? trustedKeys.verifier(header.getKeyID()) : null;
    }

    private Verified claims(JWTClaimsSet claims, String kid) throws ParseException {
        long now = clock.instant().getEpochSecond();
        long issued = claims.getIssueTime().toInstant().getEpochSecond();
        long expires = claims.getExpirationTime().toInstant().getEpochSecond();
        boolean timely = issued <= now + SLACK_S && expires > now && expires - issued <= AccessTokens.LONGEST_S;
        boolean meant = AccessTokens.ISSUER.equals(claims.getIssuer())
                && List.of(AccessTokens.AUDIENCE).equals(claims.getAudience())
                && claims.getNotBeforeTime() == null
                && claims.getJWTID() != null;
        String session =
                UUID.fromString(claims.getStringClaim(AccessTokens.SESSION)).toString();
        Role role = claims.getStringListClaim(AccessTokens.ROLES).stream()
                .map(id -> Role.of(id).orElse(null))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long account = Long.parseLong(claims.getSubject());
        return timely && meant && account > 0
                ? new Verified(new Principal(account, role, session), kid, expires)
                : null;
    }
}
