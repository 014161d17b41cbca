package io.likewire.system.standalone;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do to accounts and keys with the command line, and what those notice who are concerned. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsOnTheCommandLineIT {
    private static final String PASSWORD = "crocus in april 1147";
    private final ToolSystem system = new ToolSystem("command-line-accounts");
    private Tool tool;

    @BeforeAll
    void logIn(@TempDir Path home) {
        tool = system.start(home);
    }

    @AfterAll
    void removed() {
        system.close();
    }

    @Test
    void whoIsLockedCannotLogInUntilHeIsUnlocked(@TempDir Path home) {
        Tool rosa = registered("rosa", home);
        assertThat(user("show", "rosa").getBoolean("disabled")).isFalse();

        assertThat(user("lock", "rosa").getBoolean("disabled")).isTrue();
        assertThat(logIn(rosa, "rosa").exit()).isEqualTo(1);

        assertThat(user("unlock", "rosa").getBoolean("disabled")).isFalse();
        assertThat(logIn(rosa, "rosa").exit()).isZero();
    }

    @Test
    void whoForgotAPasswordGetsAnother(@TempDir Path home) {
        Tool lena = registered("lena", home);

        String password = user("reset-password", "lena").getString("password");

        assertThat(logIn(lena, "lena").exit()).isEqualTo(1);
        assertThat(lena.runWith(password + "\n", "login", "lena").exit()).isZero();
    }

    @Test
    void anAdministratorIsMadeAndUnmade(@TempDir Path home) {
        Tool paul = registered("paul", home);
        assertThat(create(paul).err()).contains("403");

        assertThat(user("role", "paul", "admin").getString("role")).isEqualTo("admin");
        logIn(paul, "paul");
        assertThat(create(paul).exit()).isZero();

        assertThat(user("role", "paul", "user").getString("role")).isEqualTo("user");
        await("his rights end").until(() -> create(paul).exit() == 1);
        assertThat(tool.run("users", "role", "nobody", "admin").err()).contains("There is no account nobody");
    }

    @Test
    void theKeyThatSignsStaysAndAnotherOneIsWithdrawn() {
        String signing = keys().getString("signing");
        String other =
                kids().stream().filter(kid -> !kid.equals(signing)).findFirst().orElseThrow();

        assertThat(tool.run("keys", "withdraw", "--", signing).err()).contains("It signs");
        assertThat(tool.good("keys", "withdraw", "--", other))
                .isEqualToIgnoringNewLines("Key " + other + " is withdrawn.");
        assertThat(kids()).containsExactly(signing);
    }

    private Tool registered(String name, Path home) {
        JsonObject credentials = new JsonObject().put("username", name).put("password", PASSWORD);
        assertThat(Rest.at(tool.gateway())
                        .post("/api/auth/register", credentials)
                        .status())
                .isEqualTo(201);
        Tool other = new Tool(home, tool.gateway(), tool.management());
        assertThat(logIn(other, name).exit()).isZero();
        return other;
    }

    private static Tool.Said logIn(Tool who, String name) {
        return who.runWith(PASSWORD + "\n", "login", name);
    }

    private static Tool.Said create(Tool who) {
        return who.run("products", "create", "Tea", "/images/tea.svg");
    }

    private JsonObject user(String... words) {
        return new JsonObject(tool.good(with("users", words)));
    }

    private JsonObject keys() {
        return new JsonObject(tool.good(with("keys", "list")));
    }

    private List<String> kids() {
        JsonArray keys = keys().getJsonArray("keys");
        return keys.stream().map(key -> ((JsonObject) key).getString("kid")).toList();
    }

    private static String[] with(String first, String... more) {
        return Stream.of(Stream.of(first), Stream.of(more), Stream.of("-o", "json"))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
