package io.likewire.auth.domain;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** 256 random bits, of which only a digest is kept. */
public final class SessionSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int ID_BYTES = 16;

    private SessionSecret() {}

    static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String print(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static Buffer digest(String... parts) {
        return digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    static Buffer digest(byte[] bytes) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A refresh token: the session's id, and the secret of the moment. */
    record Refresh(UUID session, byte[] secret) {
        static Refresh random(UUID session) {
            return new Refresh(session, SessionSecret.random());
        }

        static Refresh parse(String text) {
            try {
                Buffer bytes = Buffer.buffer(Base64.getUrlDecoder().decode(text == null ? "" : text));
                if (bytes.length() == ID_BYTES + BYTES) {
                    return new Refresh(
                            new UUID(bytes.getLong(0), bytes.getLong(8)), bytes.getBytes(ID_BYTES, ID_BYTES + BYTES));
                }
            } catch (IllegalArgumentException unreadable) {
                // the sentence below says it
            }
            throw refused();
        }

        Buffer digest() {
            return SessionSecret.digest(secret);
        }

        String print() {
            return SessionSecret.print(Buffer.buffer()
                    .appendLong(session.getMostSignificantBits())
                    .appendLong(session.getLeastSignificantBits())
                    .appendBytes(secret)
                    .getBytes());
        }
    }

    static Refusal refused() {
        return new Refusal(ProblemType.UNAUTHORIZED, "The session has ended");
    }
}
