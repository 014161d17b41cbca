package io.likewire.deployment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, with its anchors resolved. */
record ComposeFile(String text, JsonObject json) {
    static final Path ROOT = Path.of("..");

    static ComposeFile read() throws IOException {
        String text = Files.readString(ROOT.resolve("docker-compose.yml"));
        Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ComposeFile(text, new JsonObject(new JsonObject(yaml).encode()));
    }

    Set<String> services() {
        return json.getJsonObject("services").fieldNames();
    }

    /** Those that run an image of this repository. */
    List<String> ours() {
        return services().stream()
                .filter(name -> service(name).containsKey("build"))
                .toList();
    }

    JsonObject service(String name) {
        return json.getJsonObject("services").getJsonObject(name);
    }

    JsonObject top(String section) {
        return json.getJsonObject(section);
    }

    /** The program that a service of ours runs. */
    String program(String name) {
        return service(name).getJsonObject("build").getString("target");
    }

    Map<String, String> environment(String name) {
        Map<String, String> environment = new TreeMap<>();
        service(name)
                .getJsonObject("environment", new JsonObject())
                .forEach(entry -> environment.put(entry.getKey(), String.valueOf(entry.getValue())));
        return environment;
    }

    /** Names in a section of a service, which may be a list of names, a list of entries or a map. */
    Set<String> names(String name, String section) {
        Object named = service(name).getValue(section);
        if (named instanceof JsonObject map) {
            return map.fieldNames();
        }
        Stream<Object> entries = named instanceof JsonArray list ? list.stream() : Stream.of();
        return entries.map(entry -> entry instanceof JsonObject one ? one.getString("source") : entry.toString())
                .collect(Collectors.toSet());
    }
}
