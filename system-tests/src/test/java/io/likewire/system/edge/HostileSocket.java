package io.likewire.system.edge;

import io.likewire.system.rig.RawClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A WebSocket that asks for what is nobody's, or breaks the protocol. */
record HostileSocket(RawClient client, Random random) implements AutoCloseable {
    static final String SECRET = "likewire.secret";
    private static final List<String> TYPES = List.of("send", "publish", "register", "unregister", "none");
    private static final List<String> ADDRESSES = List.of(
            SECRET, "likewire.products", "likewire.likes", "likewire.push.likes", "__vertx.subs", "likes.-7", "", "x");

    static HostileSocket open(URI gateway, Random random) {
        RawClient client = new RawClient(gateway);
        return new HostileSocket(client.upgrade(random.nextBoolean() ? RawClient.RAW : RawClient.FRAMED), random);
    }

    /** How many could be said before the other side hung up. */
    int say(int frames) {
        int said = 0;
        while (said < frames && client.send(next()) && client.take(Integer.MAX_VALUE)) {
            said++;
        }
        return said;
    }

    private byte[] next() {
        byte[] message = message().getBytes(StandardCharsets.UTF_8);
        int first = random.nextInt(40) == 0 ? random.nextInt(256) : RawClient.TEXT;
        if (random.nextInt(40) == 0) {
            random.nextBytes(message);
        }
        return RawClient.frame(first, message);
    }

    private String message() {
        String message = String.format(
                Locale.ROOT,
                "{\"type\":\"%s\",\"address\":\"%s\",\"headers\":{\"action\":\"%s\"},\"body\":%s}",
                pick(TYPES),
                pick(ADDRESSES),
                pick(List.of("create", "like")),
                "[".repeat(random.nextInt(60)));
        return random.nextBoolean() ? message : "[\"" + message.replace("\"", "\\\"") + "\"]";
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public void close() {
        client.close();
    }
}
