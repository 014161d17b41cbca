package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "sessions", description = "Sessions; at auth-verticle's management port.")
final class SessionsCommand {
    @ParentCommand
    private Likewire tool;

    @Command(name = "end", description = "Ends all sessions: everybody has to sign in again.")
    int end(@Mixin Confirmation confirmation) {
        confirmation.ask(tool, "End all sessions? Everybody has to sign in again.");
        JsonNode result = tool.manage(Request.delete("/operations/sessions")).json();
        tool.output()
                .sentence(
                        result,
                        result.path("ended").asText() + " sessions have ended: everybody has to sign in again.");
        return 0;
    }
}
