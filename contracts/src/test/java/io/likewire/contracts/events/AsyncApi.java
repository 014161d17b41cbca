package io.likewire.contracts.events;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An AsyncAPI file with its schemas and samples. References are followed and traits applied. */
record AsyncApi(Path folder, JsonObject root) {
    static final AsyncApi CURRENT = in(Path.of("src/main/resources/events"));

    static AsyncApi in(Path folder) {
        return changed(folder, text -> text);
    }

    /** As if somebody had edited the text. */
    static AsyncApi changed(Path folder, UnaryOperator<String> edit) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> file =
                yaml.load(edit.apply(read(folder.resolve("asyncapi.yaml")).toString()));
        return new AsyncApi(folder, new JsonObject(file));
    }

    static List<Path> released() {
        try (var versions = Files.list(Path.of("src/test/resources/events/released"))) {
            return versions.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Buffer read(Path file) {
        try {
            return Buffer.buffer(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Buffer sample(String name) {
        return read(folder.resolve("samples").resolve(name + ".json"));
    }

    Map<String, JsonObject> channels() {
        return all(root.getJsonObject("channels"));
    }

    Map<String, JsonObject> operations() {
        return all(root.getJsonObject("operations"));
    }

    /** By {@code name}, traits applied. */
    Map<String, JsonObject> messages() {
        Map<String, JsonObject> messages = new LinkedHashMap<>();
        all(root.getJsonObject("components").getJsonObject("messages"))
                .values()
                .forEach(message -> messages.put(message.getString("name"), withTraits(message)));
        return messages;
    }

    private Map<String, JsonObject> all(JsonObject named) {
        Map<String, JsonObject> followed = new LinkedHashMap<>();
        named.fieldNames().forEach(name -> followed.put(name, (JsonObject) follow(named.getValue(name))));
        return followed;
    }

    private static JsonObject withTraits(JsonObject message) {
        JsonObject whole = new JsonObject();
        message.getJsonArray("traits", new JsonArray()).forEach(trait -> whole.mergeIn((JsonObject) trait, true));
        message.remove("traits");
        return whole.mergeIn(message, true);
    }

    private Object follow(Object node) {
        if (node instanceof JsonArray list) {
            List<Object> followed = new ArrayList<>();
            list.forEach(item -> followed.add(follow(item)));
            return new JsonArray(followed);
        }
        if (!(node instanceof JsonObject object)) {
            return node;
        }
        String reference = object.getString("$ref");
        if (reference == null) {
            Map<String, Object> followed = new LinkedHashMap<>();
            object.fieldNames().forEach(name -> followed.put(name, follow(object.getValue(name))));
            return new JsonObject(followed);
        }
        if (!reference.startsWith("#/")) {
            return read(folder.resolve(reference).normalize()).toJsonObject();
        }
        Object target = root;
        for (String name : reference.substring(2).split("/")) {
            target = ((JsonObject) target).getValue(name);
        }
        if (target == null) {
            throw new IllegalStateException("Expected something at " + reference);
        }
        return follow(target);
    }
}
