package io.likewire.system.standalone;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.AccountSettings;
import io.likewire.system.standalone.Tool.Said;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a whole system. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineToolIT {
    private final ToolSystem system = new ToolSystem("command-line");
    private Tool tool;

    @BeforeAll
    void logIn(@TempDir Path home) throws Exception {
        tool = system.start(home);
    }

    @AfterAll
    void removed() {
        system.close();
    }

    @Test
    void aProductIsCreatedListedUpdatedAndDeleted() throws Exception {
        String id = product("Earl Grey");

        assertThat(good("products", "list", "--query", "earl")).contains("Earl Grey");
        assertThat(new JsonArray(good("products", "list", "-o", "json"))).isNotEmpty();
        assertThat(good("products", "update", id, "--title", "Lady Grey")).contains("Lady Grey");
        assertThat(new JsonObject(good("products", "get", id, "-o", "json")).getString("title"))
                .isEqualTo("Lady Grey");
        assertThat(good("products", "delete", id)).isEqualToIgnoringNewLines("Product " + id + " is gone.");
        assertThat(tool.run("products", "get", id))
                .matches(said -> said.exit() == 1 && said.err().startsWith("likewire: There is no product " + id));
    }

    @Test
    void aDescriptionIsShownBelowItsProduct() throws Exception {
        String text = "Loose leaves.\n\u001b[2J80 °C.";
        String id = product("Oolong", "--description", "Loose leaves.");

        assertThat(good("products", "get", id).lines()).last().isEqualTo("Loose leaves.");
        assertThat(tool.run("products", "update", id, "--description", text).err())
                .contains("Control characters");
        assertThat(good("products", "update", id, "--description", "Loose leaves.\n80 °C.")
                        .lines())
                .endsWith("Loose leaves.", "80 °C.");
        assertThat(good("products", "update", id, "--description", "").lines()).hasSize(2);
    }

    @Test
    void whatWasExportedCanBeImported() throws Exception {
        tool.runWith(
                "{\"title\":\"Grüner Tee\",\"image\":\"/x.png\",\"description\":\"80 °C\"}\n",
                "products",
                "import",
                "-");
        String exported = good("products", "export");
        Path file = Files.writeString(tool.home().resolve("products.ndjson"), exported);
        long lines = exported.lines().count();

        assertThat(exported).contains("Grüner Tee", "\"description\":\"80 °C\"");
        assertThat(good("products", "import", file.toString()))
                .contains("0 products made, 0 changed, " + lines + " unchanged, 0 refused");
        Said half = tool.runWith("{\"title\":\"Chai\",\"image\":\"/x.png\"}\n{}\n", "products", "import", "-");
        assertThat(half)
                .matches(said ->
                        said.exit() == 1 && said.out().contains("1 products made, 0 changed, 0 unchanged, 1 refused"));
        assertThat(half.err()).startsWith("likewire: line 2:");
    }

    @Test
    void aFileIsReadAsWhatItIs() throws Exception {
        Path csv = tool.home().resolve("tea.csv");
        Files.write(csv, "title;image\n\nWeißer Tee, lose;/x.png\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(tool.run("products", "import", csv.toString()))
                .matches(said -> said.exit() == 0 && said.err().contains("read as windows-1252"));
        assertThat(good("products", "list", "--query", "lose")).contains("Weißer Tee, lose");
        assertThat(tool.runWith("title,image\n\"Tea\" green,/x.png\n", "products", "import", "-"))
                .matches(said -> said.exit() == 1 && said.err().contains("Line 2: unexpected quote"));
    }

    @Test
    void aWatcherSeesALikeAndItsEnd() throws Exception {
        String id = product("Watched");
        Tool.Call watch = tool.start("", "likes", "watch", id, "--lines", "3");
        await("how it is").until(() -> watch.printed().contains("product " + id + "  likes 0"));

        assertThat(good("likes", "like", id)).contains("You like product " + id + ". Likes: 1.");
        assertThat(good("likes", "get", id)).contains("yes");
        await("the like").until(() -> watch.printed().contains("likes 1"));
        assertThat(good("likes", "unlike", id)).contains("Likes: 0.");

        Said seen = watch.end();
        assertThat(seen.exit()).isZero();
        assertThat(seen.out().lines()).hasSize(3).last().asString().endsWith("likes 0");
    }

    @Test
    void aWatcherEndsWithItsReader() throws Exception {
        Process watch = tool.untilItsFirstLine("likes", "watch", product("Watched by head"));
        assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.exitValue()).isEqualTo(141);
    }

    @Test
    void aParkedMessageIsShownReplayedAndDropped() throws Exception {
        try (AmqpProbe probe = AmqpProbe.connect(system.broker())) {
            byte[] poison = "no\u001b[2J JSON".getBytes(StandardCharsets.UTF_8);
            probe.publish("likewire.events", "likes.changed", "product_likes_changed", poison);
        }
        String parked = awaitParked();

        assertThat(good("dead-letters", "show", parked)).contains("no\\u001b[2J JSON", "products.like-events");
        assertThat(good("dead-letters", "retry", parked)).isEqualToIgnoringNewLines("1 retried, 0 left.");
        assertThat(good("dead-letters", "delete", awaitParked())).isEqualToIgnoringNewLines("1 deleted, 0 left.");
        assertThat(good("unroutable", "list")).startsWith("ID");
    }

    @Test
    void operatorsSeeHowItIs() throws Exception {
        assertThat(good("health")).contains("products", "gateway", "database up");
        assertThat(new JsonObject(good("health", "-o", "json")).getString("status"))
                .isEqualTo("up");
        assertThat(good("settings")).contains("ADMIN_USER").doesNotContain(AccountSettings.PASSWORD);
        assertThat(good("log-level", "io.likewire.trial", "debug")).contains("DEBUG");
        assertThat(good("log-level", "io.likewire.trial", "reset")).doesNotContain("DEBUG");
        assertThat(good("outbox")).contains("likes", "products");
        assertThat(new JsonObject(good("reconcile", "-o", "json")).fieldNames()).contains("checked");
        assertThat(good("keys", "list")).contains("yes");
    }

    @Test
    void seedDataAreProductsWithLikes() throws Exception {
        JsonObject seeded = new JsonObject(good("seed", "--products", "7", "--likes", "9", "-o", "json"));
        assertThat(seeded.getJsonArray("products")).hasSize(7);

        String[] ids =
                seeded.getJsonArray("products").stream().map(String::valueOf).toArray(String[]::new);
        String[] question = Stream.concat(Stream.of("likes", "get", "-o", "json"), Stream.of(ids))
                .toArray(String[]::new);
        assertThat(new JsonObject(good(question))
                        .getJsonArray("likes").stream()
                                .mapToLong(count -> ((JsonObject) count).getLong("likes"))
                                .sum())
                .isEqualTo(9);
    }

    @Test
    void aRefusalIsOneAndNonsenseTwoAndNobodyThereThree() throws Exception {
        Said wrong = tool.runWith("not this one\n", "login", AccountSettings.ADMIN);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("likewire: Incorrect username or password (401")
                .hasLineCount(1);
        assertThat(tool.run("products", "frob").exit()).isEqualTo(2);
        assertThat(tool.run("--url", "http://127.0.0.1:1", "products", "list").exit())
                .isEqualTo(3);
    }

    @Test
    void allEventsAreToldAgainOnDemand() throws Exception {
        product("Told twice");

        String end = good("reconcile", "--republish", "products", "-o", "json");
        assertThat(new JsonObject(end).getLong("events")).isPositive();
        assertThat(tool.run("reconcile", "--republish", "nobody").exit()).isEqualTo(1);
    }

    @Test
    void whoLoggedOutMayChangeNothing(@TempDir Path home) throws Exception {
        Tool other = new Tool(home, tool.gateway(), tool.management());
        other.runWith(AccountSettings.PASSWORD + "\n", "login", AccountSettings.ADMIN);

        assertThat(other.run("logout").out()).isEqualToIgnoringNewLines("Signed out.");
        assertThat(other.run("products", "create", "Tea", "/x.png").err()).contains("You are not signed in");
    }

    @Test
    void whoseSessionEndedLogsInAgain(@TempDir Path home) throws Exception {
        Tool other = new Tool(home, tool.gateway(), tool.management());
        other.runWith(AccountSettings.PASSWORD + "\n", "login", AccountSettings.ADMIN);

        assertThat(good("sessions", "end")).contains("sessions have ended");

        await("the gateway knows").until(() -> other.run("users", "list").exit() == 1);
        tool.runWith(AccountSettings.PASSWORD + "\n", "login", AccountSettings.ADMIN);
        assertThat(tool.run("users", "list").exit()).isZero();
    }

    private String product(String title, String... options) throws Exception {
        String[] create = {"products", "create", title, "/images/tea.svg", "-o", "json"};
        String made = good(Stream.of(create, options).flatMap(Stream::of).toArray(String[]::new));
        return new JsonObject(made).getLong("id").toString();
    }

    private String awaitParked() throws Exception {
        await("it is parked").until(() -> !shown().isEmpty());
        return shown().getJsonObject(0).getString("id");
    }

    private JsonArray shown() throws Exception {
        return new JsonObject(good("dead-letters", "list", "-o", "json")).getJsonArray("shown");
    }

    private String good(String... arguments) {
        return tool.good(arguments);
    }
}
