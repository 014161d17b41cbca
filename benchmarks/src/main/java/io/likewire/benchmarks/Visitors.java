package io.likewire.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Visitors' identities, signed with the key of the run as the gateway does it.
 *
 * @param file a line "token liker" for each, all of one length
 */
record Visitors(Path file, int count) {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    static Visitors write(Path file, int count) throws IOException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        long now = System.currentTimeMillis() / 1000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                String id = String.format(Locale.ROOT, "5eed5eed-0000-4000-8000-%012x", spread(i));
                out.write(token(mac, id, now) + " " + id.replace("-", "") + "\n");
            }
        }
        return new Visitors(file, count);
    }

    /** Visitors' ids are random: neighbours in time are none in the index. */
    private static long spread(long i) {
        return (i * 0x9E3779B97F4BL + 0x1234567L) & 0xFFFF_FFFF_FFFFL;
    }

    private static String token(Mac mac, String id, long now) {
        String claims = String.format(
                Locale.ROOT,
                "{\"sub\":\"%s\",\"iss\":\"likewire\",\"aud\":\"visitor\",\"iat\":%d,\"exp\":%d}",
                id,
                now,
                now + 86_400);
        String signed = HEADER + "." + encode(claims);
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }

    List<String> tokens(int most) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(most).map(line -> line.split(" ")[0]).toList();
        }
    }
}
