package io.likewire.contracts.auth;

/** The form of access tokens: a JWT (RFC 7519, RFC 9068) signed with RS256. */
public final class AccessTokens {
    public static final String ISSUER = "likewire";
    public static final String AUDIENCE = "likewire-api";

    /** Claim: the session, whose end is the token's end. */
    public static final String SESSION = "sid";

    /** Claim: a list of {@link Role#id()}. */
    public static final String ROLES = "roles";

    /** Header {@code typ}. */
    public static final String TYPE = "at+jwt";

    /** No token is good for longer. */
    public static final int LONGEST_S = 900;

    private AccessTokens() {}
}
