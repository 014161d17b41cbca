package io.likewire.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.likewire.contracts.bus.Liker;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Signs visitors' identities, and remembers the ones that it has verified. */
final class VisitorTokens {
    static final Duration LIFETIME = Duration.ofDays(400);
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private static final String ISSUER = "likewire";
    private static final String AUDIENCE = "visitor";
    private static final int LONGEST = 1024;
    private static final int REMEMBERED = 100_000;
    private static final int RANDOM_UUID = 4;

    /** Clocks of gateways differ. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final Clock clock;
    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Cache<String, Liker> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    VisitorTokens(byte[] key, Clock clock) {
        this.clock = clock;
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException(tooShort);
        }
    }

    String issue(UUID visitor) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(visitor.toString())
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when the token is not one of ours. */
    Optional<Liker> verify(String token) {
        Liker known = verified.getIfPresent(token);
        if (known == null && token.length() <= LONGEST) {
            known = look(token);
            if (known != null) {
                verified.put(token, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private Liker look(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
            return ours ? liker(jwt.getJWTClaimsSet()) : null;
        } catch (ParseException | JOSEException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Null when it was signed for something else, or is not good now. */
    private Liker liker(JWTClaimsSet claims) {
        Instant now = clock.instant();
        boolean meant =
                ISSUER.equals(claims.getIssuer()) && claims.getAudience().contains(AUDIENCE);
        boolean timely = !claims.getIssueTime().toInstant().isAfter(now.plus(LEEWAY))
                && claims.getExpirationTime().toInstant().isAfter(now);
        UUID visitor = UUID.fromString(claims.getSubject());
        return meant && timely && visitor.version() == RANDOM_UUID ? Liker.visitor(visitor) : null;
    }
}
