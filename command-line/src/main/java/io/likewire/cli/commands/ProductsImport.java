package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", description = "Creates and changes products from JSON, one a line, as export prints it.")
final class ProductsImport implements Callable<Integer> {
    @ParentCommand
    private ProductsCommand productsCommand;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Lines with title, image and perhaps a description, and an id of what is changed; - for the input")
    private String file;

    @Mixin
    private IdempotencyKey key;

    @Option(names = "--dry-run", description = "Tells what it would do, and writes nothing")
    private boolean dry;

    private int made;
    private int changed;
    private int unchanged;
    private int bad;

    @Override
    public Integer call() throws IOException {
        try (BufferedReader lines = open()) {
            key.once(value -> send(lines, value));
        } catch (NoSuchFileException e) {
            throw productsCommand.tool.wrong("There is no file " + file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        ObjectNode result = Json.object()
                .put("made", made)
                .put("changed", changed)
                .put("unchanged", unchanged)
                .put("refused", bad);
        String form = dry
                ? "%d products to make, %d to change, %d unchanged, %d refused."
                : "%d products made, %d changed, %d unchanged, %d refused.";
        productsCommand.tool.output().sentence(result, String.format(Locale.ROOT, form, made, changed, unchanged, bad));
        return bad == 0 ? 0 : 1;
    }

    private int send(BufferedReader lines, String batchKey) {
        ProductBatchUpload productBatchUpload = new ProductBatchUpload(productsCommand.tool, batchKey, this::count);
        ProductUpdates productUpdates = new ProductUpdates(productsCommand.tool, dry, this::count);
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                JsonNode row = row(line, number);
                if (row.hasNonNull("id")) {
                    productUpdates.add(number, row.path("id").asText(), draft(row));
                } else if (dry) {
                    made++;
                } else {
                    productBatchUpload.add(number, draft(row));
                }
            }
        }
        productBatchUpload.send();
        productUpdates.send();
        return number;
    }

    private BufferedReader open() throws IOException {
        return file.equals("-") ? productsCommand.tool.input() : Files.newBufferedReader(Path.of(file));
    }

    private static ObjectNode draft(JsonNode row) {
        ObjectNode draft = Json.object();
        draft.set("title", row.path("title"));
        draft.set("image", row.path("image"));
        if (row.has("description")) {
            draft.set("description", row.path("description"));
        }
        return draft;
    }

    private JsonNode row(String line, int number) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (IOException e) {
            throw productsCommand.tool.wrong(String.format(
                    Locale.ROOT, "Line %d of %s is not JSON; %d products were made before", number, file, made));
        }
    }

    private void count(int line, JsonNode outcome) {
        if (outcome.path("status").asInt() == 201) {
            made++;
            return;
        }
        fail(line, outcome.path("errors").toString());
    }

    private void count(int line, ProductUpdates.Kind kind, String why) {
        switch (kind) {
            case CHANGED -> {
                changed++;
                if (dry) {
                    tell(line, why);
                }
            }
            case UNCHANGED -> unchanged++;
            default -> fail(line, why);
        }
    }

    private void fail(int line, String why) {
        bad++;
        tell(line, why);
    }

    private void tell(int line, String what) {
        productsCommand.tool.complain(String.format(Locale.ROOT, "line %d: %s", line, what));
    }
}
