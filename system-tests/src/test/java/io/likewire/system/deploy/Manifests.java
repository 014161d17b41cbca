package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is under {@code deploy/kubernetes}, read without any tool of Kubernetes. */
final class Manifests {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path FOLDER = ROOT.resolve("deploy/kubernetes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /** Everything that a kustomization names, with the ConfigMaps that it makes, before its patches. */
    static List<Manifest> of(Path kustomization) {
        Manifest file = parse(read(kustomization.resolve("kustomization.yaml"))).get(0);
        Stream<Manifest> named = Stream.of("/resources", "/components")
                .flatMap(list -> each(file.at(list)))
                .map(entry -> kustomization.resolve(entry.asText()).normalize())
                .flatMap(path -> (Files.isDirectory(path) ? of(path) : parse(read(path))).stream());
        return Stream.concat(
                        named,
                        each(file.at("/configMapGenerator"))
                                .filter(one -> !one.path("behavior").asText().equals("merge"))
                                .map(Manifests::generated))
                .toList();
    }

    private static Manifest generated(JsonNode generator) {
        ObjectNode data = JSON.createObjectNode();
        each(generator.path("literals"))
                .map(entry -> entry.asText().split("=", 2))
                .forEach(entry -> data.put(entry[0], entry[1]));
        ObjectNode map = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").set("name", generator.get("name"));
        return new Manifest(map.set("data", data));
    }

    /** The documents of a text in YAML. */
    static List<Manifest> parse(String yaml) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> new Manifest(JSON.valueToTree(document)))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
