package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import io.likewire.cli.session.SignedIn;
import io.likewire.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "likes",
        description = "Who likes what: you as the account that is signed in, else as one visitor without a name.",
        subcommands = LikesWatch.class)
final class LikesCommand {
    @ParentCommand
    Likewire tool;

    @Command(name = "get", description = "Counts from their owner, and which of the products you like.")
    int get(@Parameters(paramLabel = "ID", arity = "1..100") List<Long> ids) {
        JsonNode counts = askAsLiker(question(ids));
        tool.output().table(counts, LikesCommand::table);
        return unknown(ids, counts).isEmpty() ? 0 : 1;
    }

    /** @throws ErrorResponse when none of them is there */
    void requireKnown(List<Long> ids) {
        JsonNode counts = tool.ask(question(ids)).orRefused().json();
        if (unknown(ids, counts).size() == ids.size()) {
            throw new ErrorResponse("There is no product to watch");
        }
    }

    private static Request question(List<Long> ids) {
        ArrayNode products = Json.array();
        ids.forEach(products::add);
        ObjectNode question = Json.object();
        question.set("productIds", products);
        return Request.create("/api/likes/query", question);
    }

    /** Those of which there are no counts; they are named. */
    private List<Long> unknown(List<Long> ids, JsonNode counts) {
        List<Long> unknown = new ArrayList<>(ids);
        counts.path("likes")
                .forEach(one -> unknown.removeAll(List.of(one.path("productId").asLong())));
        unknown.forEach(id -> tool.complain("There is no product " + id));
        return unknown;
    }

    @Command(name = "like", description = "Makes sure that you like a product.")
    int like(@Parameters(paramLabel = "ID") long id) {
        return change("PUT", id);
    }

    @Command(name = "unlike", description = "Makes sure that you don't like a product.")
    int unlike(@Parameters(paramLabel = "ID") long id) {
        return change("DELETE", id);
    }

    private int change(String method, long id) {
        JsonNode state = askAsLiker(Request.of(method, "/api/products/" + id + "/like", null));
        String verb = state.path("liked").asBoolean() ? "like" : "don't like";
        tool.output()
                .sentence(
                        state,
                        String.format(
                                Locale.ROOT,
                                "You %s product %d. Likes: %s.",
                                verb,
                                id,
                                state.path("likes").asText()));
        return 0;
    }

    private JsonNode askAsLiker(Request request) {
        SignedIn me = tool.identity();
        return tool.ask(request.with("Authorization", "Bearer " + me.likersToken()))
                .json();
    }

    private static Table table(JsonNode counts) {
        return new Table("PRODUCT", "LIKES", "YOURS").rows(counts.path("likes"), "productId", "likes", "liked");
    }
}
