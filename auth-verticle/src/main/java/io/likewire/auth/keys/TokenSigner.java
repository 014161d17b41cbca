package io.likewire.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.likewire.auth.domain.TokenIssuer;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.Account;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs access tokens, on a worker: a signature takes a millisecond. */
public record TokenSigner(Vertx vertx, KeyRing keys, int seconds) implements TokenIssuer {
    @Override
    public Future<String> issue(Account account, UUID session) {
        KeyRing.Signing key = keys.signing();
        JWTClaimsSet claims = claims(account, session);
        return vertx.executeBlocking(() -> sign(key, claims), false);
    }

    private JWTClaimsSet claims(Account account, UUID session) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(AccessTokens.ISSUER)
                .audience(AccessTokens.AUDIENCE)
                .subject(Long.toString(account.id()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .jwtID(UUID.randomUUID().toString())
                .claim(AccessTokens.SESSION, session.toString())
                .claim(AccessTokens.ROLES, account.role().ids())
                .build();
    }

    private static String sign(KeyRing.Signing key, JWTClaimsSet claims) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.kid())
                .type(new JOSEObjectType(AccessTokens.TYPE))
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(key.signer());
        return token.serialize();
    }
}
