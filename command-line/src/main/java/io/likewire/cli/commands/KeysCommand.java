package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "keys", description = "What signs access tokens; at auth-verticle's management port.")
final class KeysCommand {
    private static final String PATH = "/operations/keys";

    @ParentCommand
    private Likewire tool;

    @Command(name = "list", description = "The keys that are trusted, and which one signs.")
    int list() {
        tool.output().table(tool.manage(Request.get(PATH)).json(), KeysCommand::table);
        return 0;
    }

    @Command(name = "withdraw", description = "No token of that key counts any more.")
    int withdraw(
            @Parameters(paramLabel = "KEY", description = "As listed; after -- where it begins with a dash") String key,
            @Mixin Confirmation confirmation) {
        confirmation.ask(tool, "Withdraw key " + key + "? No token of it counts any more.");
        String path = PATH + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        JsonNode result = tool.manage(Request.delete(path)).json();
        tool.output().sentence(result, "Key " + key + " is withdrawn.");
        return 0;
    }

    @Command(name = "rotate", description = "Says how to add a key: the file is where auth-verticle runs.")
    int rotate(@Parameters(paramLabel = "FILE", description = "AUTH_KEY_FILE of auth-verticle") String file) {
        throw new ErrorResponse(
                "The file is auth-verticle's own; where it runs: java -jar auth-verticle.jar rotate-key " + file);
    }

    private static Table table(JsonNode keysCommand) {
        Table table = new Table("KEY", "SIGNS");
        String signing = keysCommand.path("signing").asText();
        keysCommand.path("keys").forEach(key -> {
            String kid = key.path("kid").asText();
            table.row(kid, kid.equals(signing) ? "yes" : "no");
        });
        return table;
    }
}
