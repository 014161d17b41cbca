package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;

/** Samples through the eyes of our readers, and of a schema. */
final class Samples {
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setDraft(Draft.DRAFT202012)
            .setBaseUri("urn:likewire:test")
            .setOutputFormat(OutputFormat.Basic);

    private Samples() {}

    /** What comes out when it is read and printed. */
    static Buffer read(EventType type, Buffer body) {
        return type == EventType.PRODUCT_LIKES_CHANGED
                ? LikesEvent.read(body).print()
                : ProductEvent.read(type, body).print();
    }

    static void suits(JsonObject value, JsonObject schema) {
        OutputUnit result =
                Validator.create(JsonSchema.of(schema.copy()), OPTIONS).validate(value);
        assertThat(result.getValid()).as("%s: %s", value, result.toJson()).isTrue();
    }
}
