package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.system.rig.JarProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneIT {
    private static final Duration GENEROUS_START = Duration.ofSeconds(20);
    private final StandaloneProcess system = StandaloneProcess.create("standalone");
    private final Catalogue catalogue = system.catalogue();
    private String firstWords;
    private List<String> firstTitles;

    @BeforeAll
    void firstStart() {
        System.out.printf(Locale.ROOT, "First start of standalone: %s%n", system.start());
        firstWords = system.output();
        firstTitles = catalogue.titles();
    }

    @AfterAll
    void removed() {
        system.close();
    }

    @BeforeEach
    void running() {
        if (!system.isRunning()) {
            system.start();
        }
    }

    @Test
    void firstStartPrintsTheAddressAndThreeLinesThatWorkWhenPasted() throws Exception {
        List<String> lines = firstWords
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();

        assertThat(firstWords).contains("Likewire is running: " + system.address());
        assertThat(lines).hasSize(3);
        assertThat(new JsonArray(pasted(lines.get(0)))).isNotEmpty();
        assertThat(new JsonObject(pasted(lines.get(1))).getString("message")).isEqualTo("success");
        assertThat(new JsonArray(pasted(lines.get(2)))).hasSize(1);
    }

    private static String pasted(String line) throws Exception {
        Shell answer = Shell.paste(line);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors()).isEmpty();
        return answer.output();
    }

    @Test
    void anEmptyDatabaseGetsThreeProducts() {
        assertThat(firstTitles).containsExactly("Green tea", "Coffee", "Hot cocoa");
    }

    @Test
    void aLikeComesBackToTheProductThroughTheEmbeddedBroker() {
        long id = catalogue.create("Lassi");

        catalogue.like(id);
        catalogue.like(id);

        catalogue.awaitProjectedLikes(id, 2);
    }

    @Test
    void aRestartKeepsTheDataPlantsNothingAndIsQuick() {
        long kept = catalogue.create("Kept");
        catalogue.like(kept);
        catalogue.delete(catalogue.create("Gone"));
        List<String> before = catalogue.titles();

        system.process().terminate();
        Duration second = system.start(Map.of());

        System.out.printf(Locale.ROOT, "Second start of standalone: %s%n", second);
        assertThat(second).isLessThan(GENEROUS_START);
        assertThat(catalogue.titles()).isEqualTo(before);
        catalogue.awaitProjectedLikes(kept, 1);
        assertThat(system.output().lines().toList())
                .as("nothing but the welcome")
                .hasSize(8);
        // The next test may change products, as nobody may now.
        system.process().terminate();
    }

    @Test
    void whoeverConnectsFirstGetsPageProductsLoginAndAWrite() throws Exception {
        system.process().terminate();
        JsonObject login = new JsonObject().put("username", "admin").put("password", "tulips-in-march-4711");
        URI address = system.address();
        var page = FirstAnswer.of(address, "GET", "/", "");
        var list = FirstAnswer.of(address, "GET", "/api/products", "");
        var signedIn = FirstAnswer.of(address, "POST", "/api/auth/login", login.encode());
        var like = FirstAnswer.of(address, "POST", "/api/products/1/like", "");

        system.start(Map.of(
                "TUTORIAL_MODE",
                "true",
                "ADMIN_PASSWORD_RESET",
                "true",
                "ADMIN_PASSWORD",
                login.getString("password")));

        assertThat(page.get().status()).isEqualTo(200);
        assertThat(new JsonArray(list.get().body())).isNotEmpty();
        assertThat(signedIn.get().status()).as(signedIn.get().body()).isEqualTo(200);
        assertThat(like.get().status()).as(like.get().body()).isEqualTo(200);
    }

    /** With the setting that the welcome names for somebody who has lost the password. */
    @Test
    void aStartRightAfterAKillFindsEverythingAnsweredBeforeButMakesANewPassword() throws Exception {
        long id = catalogue.create("Survivor");
        catalogue.like(id);
        List<String> before = catalogue.titles();

        system.process().kill();
        List<ProcessHandle> orphans = system.servers();
        Files.deleteIfExists(system.data().resolve("admin-password"));
        system.start(Map.of("TUTORIAL_MODE", "true", "ADMIN_PASSWORD_RESET", "true"));

        assertThat(orphans).hasSize(1);
        assertThat(system.servers()).hasSize(1).doesNotContainAnyElementsOf(orphans);
        assertThat(catalogue.titles()).isEqualTo(before);
        catalogue.awaitProjectedLikes(id, 1);
        Path password = system.data().resolve("admin-password");
        JsonObject login = new JsonObject()
                .put("username", "admin")
                .put("password", Files.readString(password).strip());
        assertThat(FirstAnswer.of(system.address(), "POST", "/api/auth/login", login.encode())
                        .get()
                        .status())
                .isEqualTo(200);
        await().until(() -> Files.notExists(password));
    }

    @Test
    void sigtermWhileItStartsLeavesNothingBehind() {
        system.process().terminate();

        JarProcess starting = system.launch(Map.of());
        await().until(() -> !system.servers().isEmpty());
        starting.terminate();

        assertThat(system.servers()).isEmpty();
        assertThat(starting.output()).isEmpty();
    }

    @Test
    void sigtermEndsEverythingWithinFifteenSecondsWithoutAWord() {
        String before = system.output();

        Instant told = Instant.now();
        system.process().terminate();

        assertThat(told).isAfter(Instant.now().minusSeconds(15));
        assertThat(system.servers()).isEmpty();
        assertThat(system.output()).isEqualTo(before);
    }
}
