package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Dead-lettered messages, at the management port of products-verticle or likes-verticle. */
abstract class DeadLettersCommand {
    private static final int MOST = 1_000;

    @Command(
            name = "dead-letters",
            description = "Dead-letter queue: messages a consumer couldn't process; at a management port.")
    static final class Parked extends DeadLettersCommand {
        Parked() {
            super("parked");
        }
    }

    @Command(
            name = "unroutable",
            description = "Unroutable messages: no queue is bound for their routing key; at a management port.")
    static final class Unrouted extends DeadLettersCommand {
        Unrouted() {
            super("unrouted");
        }
    }

    @ParentCommand
    private Likewire tool;

    private final String path;

    DeadLettersCommand(String name) {
        this.path = "/operations/messages/" + name;
    }

    @Command(name = "list", description = "How many there are, and the first of them.")
    int list(@Option(names = "--limit", defaultValue = "50", description = "How many to show (50)") int most) {
        JsonNode messages = get(most);
        tool.output().table(messages, DeadLettersCommand::table);
        return 0;
    }

    @Command(name = "show", description = "One of them, whole.")
    int show(@Parameters(paramLabel = "ID") String id) {
        for (JsonNode message : get(MOST).path("shown")) {
            if (message.path("id").asText().equals(id)) {
                tool.output().table(message, DeadLettersCommand::wholeTable);
                return 0;
            }
        }
        throw new ErrorResponse("There is no message " + id + " among the first " + MOST);
    }

    @Command(name = "retry", description = "Retries one, or all: sends them where they were to go.")
    int retry(
            @Parameters(paramLabel = "ID", arity = "0..1") String id,
            @Option(names = "--all", description = "All that are there") boolean all,
            @Mixin Confirmation confirmation) {
        check(id, all, confirmation, "Retry all messages?");
        return change("POST", "/replay", "replayed", "retried", id, all);
    }

    @Command(name = "delete", description = "Deletes one, or all.")
    int delete(
            @Parameters(paramLabel = "ID", arity = "0..1") String id,
            @Option(names = "--all", description = "All that are there") boolean all,
            @Mixin Confirmation confirmation) {
        check(id, all, confirmation, "Delete all messages? They will not be processed.");
        return change("DELETE", "", "dropped", "deleted", id, all);
    }

    private void check(String id, boolean all, Confirmation confirmation, String question) {
        if ((id == null) != all) {
            throw tool.wrong("Expected the ID of one message, or --all");
        }
        if (all) {
            confirmation.ask(tool, question);
        }
    }

    private int change(String method, String suffix, String member, String word, String id, boolean all) {
        String which = all ? "?all=true" : "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        JsonNode result = tool.manage(Request.of(method, path + suffix + (all && !suffix.isEmpty() ? "" : which), null))
                .json();
        long done = result.path(member).asLong();
        String left = result.path("left").asText();
        tool.output().sentence(result, done + " " + word + ", " + left + " left.");
        if (done == 0 && !all) {
            throw new ErrorResponse("There is no message " + id + ", or it can't be " + word);
        }
        return all && result.path("left").asLong() > 0 ? 1 : 0;
    }

    private JsonNode get(int most) {
        return tool.manage(Request.get(path + "?limit=" + Math.max(0, Math.min(most, MOST))))
                .json();
    }

    /** Nothing of it is cut. */
    private static Table wholeTable(JsonNode message) {
        Table table = Table.whole("FIELD", "VALUE");
        message.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> table.row(field.getKey(), field.getValue().asText()));
        return table;
    }

    private static Table table(JsonNode messages) {
        Table table = new Table("ID", "QUEUE", "REASON", "SINCE", "BODY");
        table.rows(messages.path("shown"), "id", "queue", "reason", "parkedAt", "body");
        long more = messages.path("messages").asLong() - messages.path("shown").size();
        return more > 0 ? table.row("and " + more + " more", "", "", "", "") : table;
    }
}
