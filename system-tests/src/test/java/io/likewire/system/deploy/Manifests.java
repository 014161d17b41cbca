package io.likewire.system.deploy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is under {@code deploy/kubernetes}, read without any tool of Kubernetes. */
final class Manifests {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path FOLDER = ROOT.resolve("deploy/kubernetes");

    private Manifests() {}

    /** Everything that a kustomization names, with what it generates, before its patches. */
    static List<Manifest> of(Path kustomization) {
        List<Manifest> all = new ArrayList<>();
        JsonObject file =
                documents(read(kustomization.resolve("kustomization.yaml"))).get(0);
        for (String list : List.of("resources", "components")) {
            entries(file, list)
                    .forEach(entry ->
                            all.addAll(resource(kustomization.resolve(entry).normalize())));
        }
        for (String kind : List.of("ConfigMap", "Secret")) {
            String list = kind.equals("ConfigMap") ? "configMapGenerator" : "secretGenerator";
            Manifest.objects(file, list)
                    .filter(one -> !"merge".equals(one.getString("behavior")))
                    .forEach(one -> all.add(generated(kind, one)));
        }
        return all;
    }

    /** The files of a kustomization, and of those that it names. */
    static List<Path> files(Path kustomization) {
        Path file = kustomization.resolve("kustomization.yaml");
        JsonObject written = documents(read(file)).get(0);
        Stream<Path> named = Stream.of("resources", "components")
                .flatMap(list -> entries(written, list))
                .map(entry -> kustomization.resolve(entry).normalize())
                .flatMap(path -> Files.isDirectory(path) ? files(path).stream() : Stream.of(path));
        Stream<Path> patches = Manifest.objects(written, "patches")
                .filter(patch -> patch.containsKey("path"))
                .map(patch -> kustomization.resolve(patch.getString("path")));
        return Stream.of(Stream.of(file), named, patches)
                .flatMap(files -> files)
                .toList();
    }

    /** The documents of a text in YAML. */
    static List<Manifest> parse(String yaml) {
        return documents(yaml).stream().map(Manifest::new).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Manifest> resource(Path path) {
        return Files.isDirectory(path) ? of(path) : parse(read(path));
    }

    private static Manifest generated(String kind, JsonObject generator) {
        JsonObject data = new JsonObject();
        Stream.concat(entries(generator, "literals"), entries(generator, "files"))
                .forEach(entry -> {
                    String[] parts = entry.split("=", 2);
                    data.put(parts[0], parts.length < 2 ? "" : parts[1]);
                });
        return new Manifest(new JsonObject()
                .put("apiVersion", "v1")
                .put("kind", kind)
                .put("metadata", new JsonObject().put("name", generator.getString("name")))
                .put("data", data));
    }

    private static Stream<String> entries(JsonObject generator, String name) {
        return generator.getJsonArray(name, new JsonArray()).stream().map(Object::toString);
    }

    private static List<JsonObject> documents(String yaml) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(Map.class::isInstance)
                .map(Manifests::json)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static JsonObject json(Object document) {
        return new JsonObject(new JsonObject((Map<String, Object>) document).encode());
    }
}
