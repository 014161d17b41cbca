package io.likewire.platform;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the wire, as it stands in the file. */
public final class AsyncApiFile {
    private static final JsonObject ROOT = read();

    private AsyncApiFile() {}

    /** What is in the file at a path of names. */
    public static JsonObject at(String... path) {
        JsonObject node = ROOT;
        for (String name : path) {
            node = node.getJsonObject(name);
        }
        return node;
    }

    private static JsonObject read() {
        try (InputStream in = AsyncApiFile.class.getResourceAsStream("/events/asyncapi.yaml")) {
            return new JsonObject(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
