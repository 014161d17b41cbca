package io.likewire.contracts.events;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What breaks somebody when one AsyncAPI file takes the place of another: ways, messages, headers, bodies. */
final class WireChanges {
    private final List<String> breaches = new ArrayList<>();

    private WireChanges() {}

    /** A sentence for each breach. */
    static List<String> breaches(AsyncApi released, AsyncApi current) {
        WireChanges changes = new WireChanges();
        changes.channels(ways(released), ways(current));
        changes.messages(released.messages(), current.messages());
        return changes.breaches;
    }

    private void channels(Map<String, JsonObject> released, Map<String, JsonObject> current) {
        released.forEach((way, before) -> {
            JsonObject now = current.get(way);
            if (now == null) {
                breaches.add(way + " is gone");
                return;
            }
            same(way, "declared form", before.getJsonObject("bindings"), now.getJsonObject("bindings"));
            same(way, "arguments", before.getValue("x-arguments"), now.getValue("x-arguments"));
            boolean queue = way.startsWith("queue");
            Set<String> more = new TreeSet<>(names(now));
            more.removeAll(names(before));
            if (!names(now).containsAll(names(before))) {
                breaches.add(way + " has lost messages");
            } else if (!queue && !more.isEmpty()) {
                breaches.add(way + " brings " + more + ", which no reader of it knows");
            }
        });
    }

    private void messages(Map<String, JsonObject> released, Map<String, JsonObject> current) {
        released.forEach((name, before) -> {
            JsonObject now = current.get(name);
            if (now == null) {
                breaches.add(name + " is gone");
                return;
            }
            same(name, "content type", before.getValue("contentType"), now.getValue("contentType"));
            same(name, "type", before.getValue("bindings"), now.getValue("bindings"));
            for (String part : List.of("headers", "payload", "x-amqp-properties")) {
                JsonObject nothing = new JsonObject();
                breaches.addAll(Compatibility.breaches(
                        name + " " + part, before.getJsonObject(part, nothing), now.getJsonObject(part, nothing)));
            }
        });
    }

    private void same(String where, String what, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            breaches.add(String.format(Locale.ROOT, "%s: its %s was %s and is %s", where, what, before, now));
        }
    }

    /** Exchange and key, or queue: what others write into their programs. */
    private static Map<String, JsonObject> ways(AsyncApi file) {
        Map<String, JsonObject> ways = new LinkedHashMap<>();
        file.channels().values().forEach(channel -> {
            JsonObject amqp = channel.getJsonObject("bindings").getJsonObject("amqp");
            String kind = amqp.getString("is");
            String address = channel.getString("address");
            String exchange = amqp.getJsonObject("exchange", new JsonObject()).getString("name");
            ways.put(kind.equals("queue") ? "queue " + address : "exchange " + exchange + ", key " + address, channel);
        });
        return ways;
    }

    private static Set<String> names(JsonObject channel) {
        Set<String> names = new TreeSet<>();
        channel.getJsonObject("messages")
                .forEach(message -> names.add(((JsonObject) message.getValue()).getString("name")));
        return names;
    }
}
