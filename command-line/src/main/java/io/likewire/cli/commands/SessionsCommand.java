package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "sessions", description = "Sessions; at auth-verticle's management port.")
final class SessionsCommand {
    @ParentCommand
    private Likewire tool;

    @Command(name = "end", description = "Ends all sessions: everybody has to sign in again.")
    int end() {
        JsonNode result = tool.manage(Request.delete("/operations/sessions")).json();
        tool.output()
                .sentence(
                        result,
                        result.path("ended").asText() + " sessions have ended: everybody has to sign in again.");
        return 0;
    }
}
