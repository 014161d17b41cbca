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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", description = "Adds products from JSON, one a line, as export prints it.")
final class ProductsImport implements Callable<Integer> {
    @ParentCommand
    private Products products;

    @Parameters(paramLabel = "FILE", description = "Lines with title and image; - for the input")
    private String file;

    @Mixin
    private IdempotencyKey key;

    private int made;
    private int bad;

    @Override
    public Integer call() throws IOException {
        try (BufferedReader lines = open()) {
            key.once(value -> send(lines, value));
        } catch (NoSuchFileException e) {
            throw products.tool.wrong("There is no file " + file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        ObjectNode result = Json.object().put("made", made).put("refused", bad);
        products.tool.output().sentence(result, String.format(Locale.ROOT, "%d products made, %d refused.", made, bad));
        return bad == 0 ? 0 : 1;
    }

    private int send(BufferedReader lines, String batchKey) {
        Batches batches = new Batches(products.tool, batchKey, this::count);
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                batches.add(number, draft(line, number));
            }
        }
        batches.send();
        return number;
    }

    private BufferedReader open() throws IOException {
        return file.equals("-") ? products.tool.input() : Files.newBufferedReader(Path.of(file));
    }

    private ObjectNode draft(String line, int number) {
        try {
            JsonNode given = Json.MAPPER.readTree(line);
            ObjectNode draft = Json.object();
            draft.set("title", given.path("title"));
            draft.set("image", given.path("image"));
            return draft;
        } catch (IOException e) {
            throw products.tool.wrong(String.format(
                    Locale.ROOT, "Line %d of %s is not JSON; %d products were made before", number, file, made));
        }
    }

    private void count(int line, JsonNode outcome) {
        if (outcome.path("status").asInt() == 201) {
            made++;
            return;
        }
        bad++;
        products.tool.complain(String.format(Locale.ROOT, "line %d: %s", line, outcome.path("errors")));
    }
}
