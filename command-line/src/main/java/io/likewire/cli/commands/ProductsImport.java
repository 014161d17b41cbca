package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.commands.FileParts.Part;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Lines;
import io.likewire.cli.rest.Request;
import io.likewire.cli.rest.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "import",
        description =
                "Creates and changes products from a file: CSV, a JSON array, or JSON, one a line, as export prints it.")
final class ProductsImport implements Callable<Integer> {
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final String TOO_LARGE =
            " is larger than 8 MB and can't be sent in parts. Divide it, or write it as CSV in"
                    + " UTF-8, or as one JSON object a line";
    private static final Pattern LINE = Pattern.compile("Line ([0-9]{1,9})");
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @ParentCommand
    private ProductsCommand productsCommand;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Rows with title, image and perhaps a description, and an id of what is changed; - for the input")
    private String file;

    @Mixin
    private IdempotencyKey key;

    @Mixin
    private Confirmation confirmation;

    @Option(names = "--dry-run", description = "Tells what it would do, and writes nothing")
    private boolean dry;

    @Override
    public Integer call() {
        List<Part> parts = FileParts.of(content(), LARGEST);
        if (parts.stream().anyMatch(part -> part.content().length > LARGEST)) {
            throw productsCommand.tool.wrong(file + TOO_LARGE);
        }
        Likewire tool = productsCommand.tool;
        boolean isAsked = confirmation.isNeeded(tool);
        // When the server refuses a part as a whole, nothing of the others is made.
        if (!dry && (isAsked || parts.size() > 1)) {
            Consumer<String> told = isAsked ? tool::complain : line -> {};
            ObjectNode preview = sendAll(parts, UUID.randomUUID().toString(), true, told);
            confirmation.ask(tool, sentence(preview, true) + " Import them?");
        }
        ObjectNode result = key.once(value -> sendAll(parts, value, dry, tool::complain));
        tool.output().sentence(result, sentence(result, dry));
        return result.path("refused").asInt() == 0 ? 0 : 1;
    }

    private static String sentence(ObjectNode result, boolean isPreview) {
        String form = isPreview
                ? "%d products to make, %d to change, %d unchanged, %d refused."
                : "%d products made, %d changed, %d unchanged, %d refused.";
        return String.format(
                Locale.ROOT,
                form,
                result.path("made").asInt(),
                result.path("changed").asInt(),
                result.path("unchanged").asInt(),
                result.path("refused").asInt());
    }

    private byte[] content() {
        try {
            return file.equals("-") ? productsCommand.tool.bytes().readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw productsCommand.tool.wrong("There is no file " + file);
        } catch (IOException e) {
            throw productsCommand.tool.wrong(file + " can't be read: " + e.getMessage());
        }
    }

    private ObjectNode sendAll(List<Part> parts, String value, boolean isPreview, Consumer<String> told) {
        ObjectNode result = Json.object();
        boolean isJson = parts.size() > 1 && new FileBytes(parts.get(0).content()).isJsonLines();
        String type = isJson ? "application/x-ndjson" : "application/octet-stream";
        for (Part part : parts) {
            String own = parts.size() == 1 ? value : value + "-" + (part.linesBefore() + 1);
            ImportReport report;
            try {
                report = send(part, type, own, isPreview);
            } catch (ErrorResponse refused) {
                throw ofTheFile(refused, part);
            }
            report.told().forEach(told);
            report.failIfEndedEarly(value);
            report.addTo(result);
        }
        return result;
    }

    /** Where an answer broke off once, all is asked for again: what is done stays done once. */
    private ImportReport send(Part part, String type, String value, boolean isPreview) {
        Likewire tool = productsCommand.tool;
        Http http = tool.rest();
        String path = "/api/products/import?dryRun=" + isPreview;
        Request request = tool.asAccount(Request.upload(path, part.content(), type, value));
        for (int tries = 0; tries < 2; tries++) {
            ImportReport report = new ImportReport(isPreview, part.linesBefore());
            if (Lines.read(
                            http,
                            request,
                            SILENCE,
                            line -> report.add(Json.read(line, "Expected JSON in each line of the answer")))
                    && report.isWhole()) {
                return report;
            }
        }
        throw Unreachable.midway(http.base());
    }

    /** The server counts the lines of what it was sent. */
    private static ErrorResponse ofTheFile(ErrorResponse refused, Part part) {
        Matcher line = LINE.matcher(refused.getMessage());
        if (!line.lookingAt()) {
            return refused;
        }
        int number = Integer.parseInt(line.group(1)) + part.linesBefore();
        return new ErrorResponse("Line " + number + refused.getMessage().substring(line.end()));
    }
}
