package io.likewire.contracts.events;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The AsyncAPI file as a page for people, in Markdown. */
final class EventsReference {
    private final AsyncApi file;
    private final StringBuilder page = new StringBuilder();

    private EventsReference(AsyncApi file) {
        this.file = file;
    }

    static String of(AsyncApi file) {
        return new EventsReference(file).print();
    }

    private String print() {
        JsonObject info = file.root().getJsonObject("info");
        line("# Events: reference\n");
        line("Made from the [AsyncAPI file](../contracts/src/main/resources/events/asyncapi.yaml), version "
                + info.getString("version") + ".\nDon't edit this page: `EventsReferenceTest` says how it is made. "
                + "How to read events is in\n[Events](events.md).\n");
        line(info.getString("description"));
        exchanges();
        queues();
        operations();
        JsonObject trait = file.root()
                .getJsonObject("components")
                .getJsonObject("messageTraits")
                .getJsonObject("event");
        line("## Every event\n\nAMQP properties:\n");
        fields(trait.getJsonObject("x-amqp-properties"));
        line("Headers:\n");
        fields(trait.getJsonObject("headers"));
        file.messages().values().forEach(this::message);
        return page.toString().stripTrailing() + "\n";
    }

    private void exchanges() {
        line("## Exchanges\n\nAll are durable.\n\n| name | type | arguments |\n|---|---|---|");
        file.channels().values().stream()
                .map(channel -> amqp(channel).getJsonObject("exchange"))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(exchange -> row(
                        code(exchange.getString("name")),
                        exchange.getString("type"),
                        pairs(exchange.getJsonObject("x-arguments", new JsonObject()))));
        line("");
    }

    private void queues() {
        line("## Queues\n\nAll are durable, and neither exclusive nor deleted by themselves.\n");
        line("| name | for | bound to | arguments |\n|---|---|---|---|");
        channels("queue")
                .forEach(channel -> row(
                        code(channel.getString("address")),
                        channel.getString("description"),
                        channel.getJsonArray("x-bindings").stream()
                                .map(binding -> binding((JsonObject) binding))
                                .collect(Collectors.joining(", ")),
                        pairs(channel.getJsonObject("x-arguments"))));
        line("");
    }

    private void operations() {
        line("## Who tells, who reads\n\n| what | by way of | messages |\n|---|---|---|");
        file.operations().values().forEach(operation -> {
            JsonObject channel = operation.getJsonObject("channel");
            boolean queue = amqp(channel).getString("is").equals("queue");
            row(
                    operation.getString("title"),
                    (queue ? "queue " : "routing key ") + code(channel.getString("address")),
                    channel.getJsonObject("messages").stream()
                            .map(message -> ((JsonObject) message.getValue()).getString("name"))
                            .map(name -> "[" + code(name) + "](#" + name + ")")
                            .collect(Collectors.joining(", ")));
        });
        line("");
    }

    private void message(JsonObject message) {
        String name = message.getString("name");
        JsonObject payload = message.getJsonObject("payload");
        line("## " + name + "\n");
        line(sentence(message.getString("title")) + " "
                + sentence(message.getString("summary", payload.getString("description"))) + "\n");
        channels("routingKey")
                .filter(channel -> channel.getString("address").length() > 0)
                .filter(channel -> channel.getJsonObject("messages").stream()
                        .anyMatch(held ->
                                ((JsonObject) held.getValue()).getString("name").equals(name)))
                .forEach(channel -> line("Routing key " + code(channel.getString("address")) + ".\n"));
        if (payload.containsKey("properties")) {
            fields(payload);
            line("[Schema](../contracts/src/main/resources/events/schemas/" + name + ".json), "
                    + "[sample](../contracts/src/main/resources/events/samples/" + name + ".json):\n");
            line("```json\n" + file.sample(name) + "\n```\n");
        } else {
            line("Headers beside those of the original:\n");
            fields(message.getJsonObject("headers"));
        }
        JsonArray examples = message.getJsonArray("examples", new JsonArray());
        examples.forEach(example -> headers(((JsonObject) example).getJsonObject("headers")));
    }

    private void headers(JsonObject headers) {
        line("Its headers:\n\n```");
        headers.forEach(header -> line(header.getKey() + ": " + header.getValue()));
        line("```\n");
    }

    private void fields(JsonObject schema) {
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        line("| name | type | always | meaning |\n|---|---|---|---|");
        schema.getJsonObject("properties").forEach(property -> {
            JsonObject described = (JsonObject) property.getValue();
            row(
                    code(property.getKey()),
                    SchemaWords.of(described),
                    required.contains(property.getKey()) ? "yes" : "",
                    described.getString("description", ""));
        });
        line("");
    }

    private Stream<JsonObject> channels(String kind) {
        return file.channels().values().stream()
                .filter(channel -> amqp(channel).getString("is").equals(kind));
    }

    private static JsonObject amqp(JsonObject channel) {
        return channel.getJsonObject("bindings").getJsonObject("amqp");
    }

    private static String binding(JsonObject binding) {
        String key = binding.getString("routingKey");
        return code(binding.getString("exchange")) + (key.isEmpty() ? "" : " by " + code(key));
    }

    private static String pairs(JsonObject object) {
        return object.stream()
                .map(entry -> code(entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String sentence(String text) {
        return text == null ? "" : text.strip().replaceFirst("\\.?$", ".");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", List.of(cells)) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
