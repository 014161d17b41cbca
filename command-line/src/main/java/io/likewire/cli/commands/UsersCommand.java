package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Pages;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "users", description = "Accounts, for administrators. USER is a name.")
final class UsersCommand {
    private static final String PATH = "/api/users";
    private static final int PASSWORD_BYTES = 12;

    @ParentCommand
    private Likewire tool;

    /** As the server has them. */
    enum Role {
        user,
        admin
    }

    @Command(name = "list", description = "Accounts, ordered by id.")
    int list(@Option(names = "--limit", defaultValue = "100", description = "How many at most (100)") int most) {
        tool.output().table(all(most), UsersCommand::table);
        return 0;
    }

    @Command(name = "show", description = "One account.")
    int show(@Parameters(paramLabel = "USER") String name) {
        return print(named(name));
    }

    @Command(name = "role", description = "Another role; fewer rights end the account's sessions.")
    int role(
            @Parameters(paramLabel = "USER") String name,
            @Parameters(paramLabel = "ROLE") Role role,
            @Mixin Confirmation confirmation) {
        confirmation.ask(tool, "Change the role of " + name + " to " + role + "?");
        return patch(name, Json.object().put("role", role.name()));
    }

    @Command(name = "lock", description = "Ends all sessions, and lets nobody sign in.")
    int lock(@Parameters(paramLabel = "USER") String name, @Mixin Confirmation confirmation) {
        confirmation.ask(tool, "Lock " + name + "? All sessions of the account end.");
        return patch(name, Json.object().put("disabled", true));
    }

    @Command(name = "unlock", description = "Lets the account sign in again.")
    int unlock(@Parameters(paramLabel = "USER") String name) {
        return patch(name, Json.object().put("disabled", false));
    }

    @Command(
            name = "reset-password",
            description = "A random password, which is printed, for somebody who forgot theirs; ends all sessions.")
    int resetPassword(@Parameters(paramLabel = "USER") String name, @Mixin Confirmation confirmation) {
        confirmation.ask(tool, "Reset the password of " + name + "? All sessions of the account end.");
        String password = randomPassword();
        JsonNode account = changed(name, Json.object().put("password", password));
        String username = account.path("username").asText();
        tool.output()
                .sentence(
                        Json.object().put("username", username).put("password", password),
                        "The password of " + username + " is now " + password);
        return 0;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private int patch(String name, ObjectNode patch) {
        return print(changed(name, patch));
    }

    private JsonNode changed(String name, ObjectNode patch) {
        String path = PATH + "/" + named(name).path("id").asText();
        return tool.askAsAccount(Request.of("PATCH", path, patch));
    }

    private JsonNode named(String name) {
        for (JsonNode account : all(Integer.MAX_VALUE)) {
            if (account.path("username").asText().equalsIgnoreCase(name)) {
                return account;
            }
        }
        throw new ErrorResponse("There is no account " + name);
    }

    private JsonNode all(int most) {
        int page = Math.max(1, Math.min(most, Pages.LARGEST));
        return Pages.read(tool::pageAsAccount, PATH + "?limit=" + page, most);
    }

    private int print(JsonNode account) {
        tool.output().table(account, one -> table(List.of(one)));
        return 0;
    }

    private static Table table(Iterable<JsonNode> accounts) {
        return new Table("ID", "NAME", "ROLE", "LOCKED", "SINCE")
                .rows(accounts, "id", "username", "role", "disabled", "createdAt");
    }
}
