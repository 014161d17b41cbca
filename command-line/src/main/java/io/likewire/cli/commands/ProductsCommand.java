package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Pages;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Format;
import io.likewire.cli.terminal.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "products",
        description = "The catalogue.",
        subcommands = {ProductsImport.class, ProductsExport.class})
final class ProductsCommand {
    private static final String PATH = "/api/products";

    @ParentCommand
    Likewire tool;

    @Command(name = "list", description = "Products, in some order.")
    int list(
            @Option(names = "--limit", defaultValue = "100", description = "How many at most (100)") int most,
            @Option(names = "--query", description = "Words that the title has") String query,
            @Option(
                            names = "--sort",
                            defaultValue = "id",
                            description = "id, likes, title or createdAt; -likes downwards")
                    String sort) {
        String words = query == null ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        int page = Math.max(1, Math.min(most, Pages.LARGEST));
        String order = URLEncoder.encode(sort, StandardCharsets.UTF_8);
        String path = PATH + "?limit=" + page + "&sort=" + order + words;
        tool.output().table(Pages.read(tool::ask, path, most), ProductsCommand::table);
        return 0;
    }

    @Command(name = "get", description = "One product.")
    int get(@Parameters(paramLabel = "ID") long id) {
        return show(tool.ask(Request.get(PATH + "/" + id)).json());
    }

    @Command(name = "create", description = "Adds a product.")
    int create(
            @Parameters(paramLabel = "TITLE") String title,
            @Parameters(paramLabel = "IMAGE", description = "An http or https URL, or a path") String image,
            @Option(names = "--description", description = "Plain text") String description,
            @Mixin IdempotencyKey key) {
        ObjectNode draft = fields(title, image, description);
        return show(key.once(value -> tool.askAsAccount(Request.create(PATH, draft, value))));
    }

    @Command(name = "update", description = "Changes what is named of a product.")
    int update(
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--title") String title,
            @Option(names = "--image") String image,
            @Option(names = "--description", description = "Plain text; an empty one removes it") String description,
            @Option(names = "--if-match", paramLabel = "ETAG", description = "Only if it is still that one")
                    String tag) {
        ObjectNode patch = fields(title, image, description);
        if (patch.isEmpty()) {
            throw tool.wrong("Expected --title, --image or --description");
        }
        return show(
                tool.askAsAccount(Request.of("PATCH", PATH + "/" + id, patch).with("If-Match", strong(tag))));
    }

    @Command(name = "delete", description = "Removes products and their likes.")
    int delete(
            @Parameters(paramLabel = "ID", arity = "1..*") List<Long> ids,
            @Option(names = "--if-match", paramLabel = "ETAG", description = "Only if it is still that one") String tag,
            @Mixin Confirmation confirmation) {
        String which = ids.size() == 1 ? "product " + ids.get(0) + " and its" : ids.size() + " products and their";
        confirmation.ask(tool, "Delete " + which + " likes?");
        for (long id : ids) {
            tool.pageAsAccount(Request.delete(PATH + "/" + id).with("If-Match", strong(tag)));
            tool.output().sentence(Json.object().put("deleted", id), "Product " + id + " is gone.");
        }
        return 0;
    }

    /** A proxy that compresses weakens the tag, and no change can name a weak one. */
    private static String strong(String tag) {
        return tag == null ? null : tag.replaceFirst("^W/", "");
    }

    /** Those that are named. */
    private static ObjectNode fields(String title, String image, String description) {
        ObjectNode fields =
                Json.object().put("title", title).put("image", image).put("description", description);
        fields.properties().removeIf(field -> field.getValue().isNull());
        return fields;
    }

    private int show(JsonNode product) {
        tool.output().table(product, one -> table(List.of(one)));
        if (tool.output().format() != Format.json) {
            product.path("description").asText().lines().forEach(tool.output()::line);
        }
        return 0;
    }

    private static Table table(Iterable<JsonNode> products) {
        return new Table("ID", "LIKES", "TITLE", "IMAGE", "CHANGED")
                .rows(products, "id", "likes", "title", "image", "updatedAt");
    }
}
