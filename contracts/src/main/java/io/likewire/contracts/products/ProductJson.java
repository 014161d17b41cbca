package io.likewire.contracts.products;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints products as JSON bytes, keys in the order of the contract: id, title, image, likes first. */
final class ProductJson {
    private static final JsonFactory FACTORY = new JsonFactory().setRootValueSeparator("\n");
    private static final int USUAL_SIZE = 256;

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private ProductJson() {}

    static Buffer one(Product product) {
        return print(USUAL_SIZE, json -> write(json, product));
    }

    static Buffer array(List<Product> products) {
        return print(USUAL_SIZE * Math.max(1, products.size()), json -> {
            json.writeStartArray();
            for (Product product : products) {
                write(json, product);
            }
            json.writeEndArray();
        });
    }

    static Buffer lines(List<Product> products) {
        Buffer lines = print(USUAL_SIZE * Math.max(1, products.size()), json -> {
            for (Product product : products) {
                write(json, product);
            }
        });
        return products.isEmpty() ? lines : lines.appendString("\n");
    }

    private static Buffer print(int size, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void write(JsonGenerator json, Product product) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", product.id());
        json.writeStringField("title", product.title());
        json.writeStringField("image", product.image());
        json.writeNumberField("likes", product.likes());
        json.writeNumberField("likesVersion", product.likesVersion());
        json.writeNumberField("version", product.version());
        json.writeStringField("createdAt", product.createdAt().toString());
        json.writeStringField("updatedAt", product.updatedAt().toString());
        if (product.description() != null) {
            json.writeStringField(ProductFields.DESCRIPTION, product.description());
        }
        json.writeEndObject();
    }
}
