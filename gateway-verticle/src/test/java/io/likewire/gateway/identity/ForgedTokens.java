package io.likewire.gateway.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.Role;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of Authorization that are not to be believed, by what is wrong with them. */
final class ForgedTokens {
    private static final RSAKey OTHER = FakeAuth.newKey();

    private ForgedTokens() {}

    static Map<String, String> all() throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        shapes(forged);
        signatures(forged);
        headers(forged);
        claims(forged);
        return forged;
    }

    static String ofSession(String session) {
        return with(claims().claim(AccessTokens.SESSION, session));
    }

    private static void shapes(Map<String, String> forged) {
        String good = FakeAuth.token(1, Role.ADMIN);
        String[] parts = good.split("\\.");
        forged.put("nothing", "Bearer");
        forged.put("a blank", "Bearer  ");
        forged.put("another scheme", "Basic YWRtaW46YWRtaW4=");
        forged.put("no scheme", good);
        forged.put("nonsense", "Bearer nonsense");
        forged.put("two segments", bearer(parts[0] + "." + parts[1]));
        forged.put("two segments and a dot", bearer(parts[0] + "." + parts[1] + "."));
        forged.put("one segment", bearer(parts[0]));
        forged.put("four segments", bearer(good + "." + parts[2]));
        forged.put("five segments", bearer(good + "..a"));
        forged.put("two tokens", bearer(good + ", " + good));
        forged.put("dots", bearer("..."));
        forged.put("not base64", bearer(parts[0] + ".&&&." + parts[2]));
        forged.put("too long", bearer(parts[0] + "." + "A".repeat(5_000) + "." + parts[2]));
        forged.put("no object", bearer(Base64URL.encode("[1]") + "." + parts[1] + "." + parts[2]));
    }

    private static void signatures(Map<String, String> forged) throws Exception {
        String good = FakeAuth.token(1, Role.ADMIN);
        String[] parts = good.split("\\.");
        String[] user = FakeAuth.token(2, Role.USER).split("\\.");
        JWTClaimsSet claims = FakeAuth.claims(1, Role.ADMIN).build();
        forged.put("none", bearer(new PlainJWT(claims).serialize()));
        forged.put("None in capitals", bearer(Base64URL.encode("{\"alg\":\"NONE\"}") + "." + parts[1] + "."));
        forged.put("the payload of another", bearer(parts[0] + "." + parts[1] + "." + user[2]));
        forged.put("the header of another", bearer(user[0] + "." + parts[1] + "." + user[2]));
        forged.put("a changed signature", bearer(parts[0] + "." + parts[1] + "." + flip(parts[2])));
        forged.put("a changed payload", bearer(parts[0] + "." + flip(parts[1]) + "." + parts[2]));
        forged.put(
                "another key by our name",
                bearer(FakeAuth.sign(FakeAuth.header().build(), claims, OTHER)));
        forged.put("another key by its name", bearer(signed(FakeAuth.header().keyID(OTHER.getKeyID()), OTHER)));
        byte[] publicKey = FakeAuth.KEY.toRSAPublicKey().getEncoded();
        forged.put("HS256 with the public key", bearer(mac(publicKey)));
        forged.put(
                "HS256 with the key set",
                bearer(mac(FakeAuth.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
        forged.put("HS256 with the visitors' key", bearer(mac(TestGateway.KEY)));
        forged.put("an empty signature", bearer(parts[0] + "." + parts[1] + ".AA"));
    }

    private static void headers(Map<String, String> forged) throws Exception {
        RSAKey ours = FakeAuth.KEY;
        forged.put("no kid", bearer(signed(FakeAuth.header().keyID(null), ours)));
        forged.put("an empty kid", bearer(signed(FakeAuth.header().keyID(""), ours)));
        forged.put("a kid with a path", bearer(signed(FakeAuth.header().keyID("../../dev/null"), ours)));
        forged.put("a kid with SQL", bearer(signed(FakeAuth.header().keyID("' OR '1'='1"), ours)));
        forged.put("an unknown kid", bearer(signed(FakeAuth.header().keyID("unknown"), ours)));
        forged.put("jku", bearer(signed(FakeAuth.header().jwkURL(new URI("https://evil.example/jwks")), ours)));
        forged.put("jwk", bearer(signed(FakeAuth.header().jwk(OTHER.toPublicJWK()), OTHER)));
        forged.put("jwk of ours", bearer(signed(FakeAuth.header().jwk(ours.toPublicJWK()), ours)));
        forged.put("x5u", bearer(signed(FakeAuth.header().x509CertURL(new URI("https://evil.example/c")), ours)));
        forged.put("x5c", bearer(signed(FakeAuth.header().x509CertChain(List.of(Base64.encode("x"))), ours)));
        forged.put("crit", bearer(signed(FakeAuth.header().criticalParams(Set.of("exp")), ours)));
        forged.put("RS512", bearer(signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(ours.getKeyID()), ours)));
        forged.put("PS256", bearer(signed(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(ours.getKeyID()), ours)));
        forged.put("another type", bearer(signed(FakeAuth.header().type(JOSEObjectType.JWT), ours)));
        forged.put("no type", bearer(signed(FakeAuth.header().type(null), ours)));
    }

    private static void claims(Map<String, String> forged) {
        Instant now = Instant.now();
        forged.put("expired", with(claims().expirationTime(Date.from(now.minusSeconds(1)))));
        forged.put("good for ever", with(claims().expirationTime(Date.from(now.plusSeconds(1_000_000_000L)))));
        forged.put("good for an hour", with(claims().expirationTime(Date.from(now.plusSeconds(3_600)))));
        forged.put("no end", with(claims().expirationTime(null)));
        forged.put(
                "from the future",
                with(claims().issueTime(Date.from(now.plusSeconds(300)))
                        .expirationTime(Date.from(now.plusSeconds(600)))));
        forged.put("no beginning", with(claims().issueTime(null)));
        forged.put("another issuer", with(claims().issuer("https://evil.example")));
        forged.put("no issuer", with(claims().issuer(null)));
        forged.put("another audience", with(claims().audience("visitor")));
        forged.put("more audiences", with(claims().audience(List.of(AccessTokens.AUDIENCE, "other"))));
        forged.put("no audience", with(claims().audience((String) null)));
        forged.put("no subject", with(claims().subject(null)));
        forged.put("a name as subject", with(claims().subject("admin")));
        forged.put("account 0", with(claims().subject("0")));
        forged.put("a negative account", with(claims().subject("-1")));
        forged.put("no token id", with(claims().jwtID(null)));
        forged.put("no session", with(claims().claim(AccessTokens.SESSION, null)));
        forged.put("a session that is none", with(claims().claim(AccessTokens.SESSION, "1")));
        forged.put("no roles", with(claims().claim(AccessTokens.ROLES, null)));
        forged.put("unknown roles", with(claims().claim(AccessTokens.ROLES, List.of("root"))));
        forged.put("roles as text", with(claims().claim(AccessTokens.ROLES, "admin")));
        forged.put("not yet", with(claims().notBeforeTime(Date.from(now.plusSeconds(60)))));
    }

    private static JWTClaimsSet.Builder claims() {
        return FakeAuth.claims(1, Role.ADMIN);
    }

    private static String with(JWTClaimsSet.Builder claims) {
        return bearer(FakeAuth.sign(FakeAuth.header().build(), claims.build(), FakeAuth.KEY));
    }

    private static String signed(JWSHeader.Builder header, RSAKey key) {
        return FakeAuth.sign(header.build(), claims().build(), key);
    }

    private static String mac(byte[] secret) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(FakeAuth.KEY.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims().build());
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Another letter in the middle. */
    private static String flip(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int middle = bytes.length / 2;
        bytes[middle] = (byte) (bytes[middle] == 'A' ? 'B' : 'A');
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
