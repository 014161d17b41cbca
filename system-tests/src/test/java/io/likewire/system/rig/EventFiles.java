package io.likewire.system.rig;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.likewire.system.rig.faults.Recorder.Message;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI file and the samples of one version, as anybody outside finds them. */
public record EventFiles(Path folder) {
    private static final Path CONTRACTS =
            Path.of("").toAbsolutePath().getParent().resolve("contracts/src");

    public static final EventFiles CURRENT = new EventFiles(CONTRACTS.resolve("main/resources/events"));

    /** The folder of today's files and those of released versions. */
    public static List<Path> versions() {
        try (Stream<Path> released = Files.list(CONTRACTS.resolve("test/resources/events/released"))) {
            return Stream.concat(Stream.of(CURRENT.folder), released.filter(Files::isDirectory))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Buffer sample(String type) {
        return read("samples/" + type + ".json");
    }

    /** The sample as a message about another product. */
    public Message message(String type, long product) {
        String body = sample(type).toString();
        String id = body.contains("\"productId\":") ? "\"productId\":" : "\"id\":";
        BasicProperties properties = new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type(type)
                .contentType("application/json")
                .deliveryMode(2)
                .headers(exampleHeaders(type).getMap())
                .build();
        String routingKey = type.equals("product_likes_changed") ? "likes.changed" : type.replace('_', '.');
        return new Message(
                routingKey,
                properties,
                body.replaceFirst(id + "\\d+", id + product).getBytes(StandardCharsets.UTF_8));
    }

    public JsonObject exampleHeaders(String type) {
        return file().getJsonObject("components").getJsonObject("messages").stream()
                .map(entry -> (JsonObject) entry.getValue())
                .filter(message -> type.equals(message.getString("name")))
                .map(message ->
                        message.getJsonArray("examples").getJsonObject(0).getJsonObject("headers"))
                .findFirst()
                .orElseThrow();
    }

    /** Of AMQP. */
    public Set<String> propertyNames() {
        return file().getJsonObject("components")
                .getJsonObject("messageTraits")
                .getJsonObject("event")
                .getJsonObject("x-amqp-properties")
                .getJsonObject("properties")
                .fieldNames();
    }

    private JsonObject file() {
        return new JsonObject(new Yaml(new SafeConstructor(new LoaderOptions()))
                .<Map<String, Object>>load(read("asyncapi.yaml").toString()));
    }

    private Buffer read(String file) {
        try {
            return Buffer.buffer(Files.readAllBytes(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
