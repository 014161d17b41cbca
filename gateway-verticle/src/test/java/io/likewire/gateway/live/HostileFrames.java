package io.likewire.gateway.live;

import io.likewire.servers.testing.RawBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What strangers may send through a socket: broken frames, and whole ones that ask for what is nobody's. */
final class HostileFrames {
    private static final List<String> TYPES =
            List.of("send", "publish", "register", "unregister", "ping", "rec", "err", "REGISTER", "", "\\u0000");
    static final List<String> ADDRESSES = List.of(
            "likewire.products",
            "likewire.likes",
            "likewire.auth",
            "likewire.push.likes",
            "likewire.node.1",
            "__vertx.reply.1",
            "__vertx.subs",
            "likes.-1",
            "likes.0x7",
            "likes.7;DROP",
            "likes. 7",
            "likes.*",
            "likes/7",
            "Likes",
            "",
            "__proto__",
            "likes.99999999999999999999");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e400",
            "9".repeat(40),
            "\"\\ud800\"",
            "[]",
            "{\"action\":\"like\"}",
            "[".repeat(100) + "]".repeat(100),
            "{\"a\":".repeat(60) + "1" + "}".repeat(60),
            "\"" + "x".repeat(4_000) + "\"");
    private final Random random;

    HostileFrames(long seed) {
        this.random = new Random(seed);
    }

    /** A whole frame with a message, sane or not, as it goes over the wire. */
    byte[] spoken(boolean framed) {
        String message = random.nextInt(4) == 0 ? broken(message()) : message();
        return RawBytes.text(framed ? RawBytes.wrapped(message) : message);
    }

    /** Likewise, or anything else. */
    byte[] next(boolean framed) {
        if (random.nextInt(3) > 0) {
            return spoken(framed && random.nextInt(8) > 0);
        }
        byte[] payload = message().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> RawBytes.frame(random.nextInt(256), payload);
            case 1 -> RawBytes.frame(RawBytes.FINAL | RawBytes.TEXT, 0, payload.length, payload);
            case 2 -> RawBytes.frame(RawBytes.FINAL | RawBytes.TEXT, 0x80, random.nextLong(), payload);
            case 3 -> RawBytes.frame(RawBytes.TEXT, payload);
            case 4 -> RawBytes.frame(RawBytes.FINAL | RawBytes.TEXT, noise(random.nextInt(12_000)));
            case 5 -> RawBytes.frame(RawBytes.FINAL | 8 + random.nextInt(3), noise(random.nextInt(200)));
            default -> noise(1 + random.nextInt(300));
        };
    }

    /** In the words of the bridge; never one that a browser may have. */
    String message() {
        StringBuilder message = new StringBuilder("{\"type\":");
        message.append(random.nextInt(6) == 0 ? value() : "\"" + pick(TYPES) + "\"");
        if (random.nextInt(8) > 0) {
            message.append(",\"address\":").append(random.nextInt(8) == 0 ? value() : "\"" + pick(ADDRESSES) + "\"");
        }
        if (random.nextBoolean()) {
            message.append(",\"body\":").append(value());
        }
        if (random.nextInt(3) == 0) {
            message.append(",\"headers\":{\"action\":\"like\",\"principal\":")
                    .append(value())
                    .append('}');
        }
        if (random.nextInt(4) == 0) {
            message.append(",\"replyAddress\":\"").append(pick(ADDRESSES)).append('"');
        }
        return message.append('}').toString();
    }

    private String broken(String message) {
        int at = random.nextInt(message.length());
        return switch (random.nextInt(4)) {
            case 0 -> message.substring(0, at);
            case 1 -> message.substring(at);
            case 2 -> message.substring(0, at) + (char) random.nextInt(256) + message.substring(at);
            default -> message + message;
        };
    }

    private String value() {
        return pick(VALUES);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
