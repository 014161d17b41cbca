package io.likewire.system.accounts;

import static io.likewire.system.accounts.Browser.PASSWORD;
import static io.likewire.system.accounts.Browser.credentials;
import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.JarProcess;
import io.likewire.system.standalone.StandaloneProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As shipped: products are changed by administrators, and everybody may make an account. */
@Tag("full")
class AccountsIT {
    private static final JsonObject TEA = new JsonObject().put("title", "Tea").put("image", "/images/tea.svg");

    @AutoClose
    private static final StandaloneProcess LIKEWIRE = StandaloneProcess.create("accounts");

    private static String adminPassword;

    /** The first start is killed when it has made a password: the next one has it still. */
    @BeforeAll
    static void start() throws IOException {
        Path file = LIKEWIRE.data().resolve("admin-password");
        try (JarProcess ended = LIKEWIRE.launch(Map.of())) {
            await("a password is made").until(() -> Files.exists(file));
            ended.kill();
        }
        adminPassword = Files.readString(file).strip();

        LIKEWIRE.start(Map.of());

        assertThat(LIKEWIRE.output()).contains("The password of admin is in " + file);
        admin();
        await("the file goes").until(() -> Files.notExists(file));
    }

    @Test
    void onlyAdministratorsChangeProducts() {
        Browser anybody = browser();
        assertThat(anybody.status("POST", "/api/products", TEA)).isEqualTo(401);
        Browser user = browser().register("ulla");
        user.login("ulla", PASSWORD);
        assertThat(user.status("POST", "/api/products", TEA)).isEqualTo(403);
        assertThat(user.status("DELETE", "/api/products/1", null)).isEqualTo(403);
        Browser admin = admin();
        HttpResponse<String> made = admin.send("POST", "/api/products", TEA);
        assertThat(made.statusCode()).isEqualTo(201);
        long id = new JsonObject(made.body()).getLong("id");
        assertThat(admin.status("DELETE", "/api/products/" + id, null)).isEqualTo(204);
    }

    @Test
    void aSessionLastsThroughRefreshesAndEndsForGood() {
        Browser ann = browser().register("ann");
        assertThat(ann.login("ann", PASSWORD).statusCode()).isEqualTo(200);
        String first = ann.accessToken();
        assertThat(ann.withoutToken().refresh().statusCode()).isEqualTo(200);
        assertThat(ann.accessToken()).isNotEqualTo(first);
        assertThat(ann.json("/api/auth/me").getString("username")).isEqualTo("ann");

        assertThat(ann.status("POST", "/api/auth/logout", null)).isEqualTo(204);
        assertThat(ann.status("GET", "/api/auth/me", null)).isEqualTo(401);
        assertThat(ann.withoutToken().refresh().statusCode()).isEqualTo(401);
    }

    @Test
    void whatWasLikedBeforeTheLoginIsTheAccountsAndCountsOnce() {
        Browser cleo = browser().register("cleo");
        assertThat(cleo.login("cleo", PASSWORD).statusCode()).isEqualTo(200);
        cleo.like(1);
        Browser visitor = browser();
        visitor.like(1);
        visitor.like(2);
        long before = likes(visitor, 1);
        assertThat(visitor.login("cleo", PASSWORD).statusCode()).isEqualTo(200);

        assertThat(visitor.send("GET", "/api/me/likes", null).body()).contains("\"productId\":1", "\"productId\":2");
        assertThat(likes(visitor, 1)).isEqualTo(before - 1);
        assertThat(visitor.status("POST", "/api/products/2/like", null)).isEqualTo(400);
    }

    @Test
    void whoLosesARoleLosesItAtOnce() {
        Browser dora = browser().register("dora");
        dora.login("dora", PASSWORD);
        long id = dora.json("/api/auth/me").getLong("id");
        Browser admin = admin();
        assertThat(admin.status("PATCH", "/api/users/" + id, new JsonObject().put("role", "admin")))
                .isEqualTo(200);
        dora.withoutToken().refresh();
        assertThat(dora.status("GET", "/api/users", null)).isEqualTo(200);
        assertThat(admin.status("PATCH", "/api/users/" + id, new JsonObject().put("role", "user")))
                .isEqualTo(200);
        assertThat(dora.status("GET", "/api/users", null)).isEqualTo(401);
    }

    @Test
    void ofAThousandGuessesFewAreLookedAtAndTheOwnerComesIn() {
        Browser owner = browser().register("emil");
        owner.login("emil", PASSWORD);
        Browser attacker = browser();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            answers.merge(attacker.login("emil", "guess-number-" + i).statusCode(), 1, Integer::sum);
        }

        assertThat(answers).containsOnlyKeys(401, 429);
        assertThat(answers.get(401)).isLessThanOrEqualTo(20);
        assertThat(owner.withoutToken().login("emil", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void someUserIsThere() {
        assertThat(browser().json("/api/user").getLong("id")).isPositive();
        assertThat(browser().json("/.well-known/jwks.json").getJsonArray("keys"))
                .isNotEmpty();
    }

    @Test
    void whoChangesWhatIsInTheAuditTrailAndNoSecretIsInAnyLog() {
        Browser frida = browser().register("frida");
        frida.login("frida", "wrong-password-1");
        frida.login("frida", PASSWORD);
        String log = LIKEWIRE.output();

        assertThat(log).contains("login by anonymous: refused", "login by anonymous: done", "register by");
        assertThat(log).doesNotContain(PASSWORD, "wrong-password-1", frida.accessToken());
    }

    private static long likes(Browser browser, long product) {
        JsonObject question = new JsonObject().put("productIds", new JsonArray().add(product));
        return new JsonObject(browser.send("POST", "/api/likes/query", question).body())
                .getJsonArray("likes")
                .getJsonObject(0)
                .getLong("likes");
    }

    private static Browser admin() {
        Browser admin = browser();
        HttpResponse<String> login = admin.send("POST", "/api/auth/login", credentials("admin", adminPassword));
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        admin.login("admin", adminPassword);
        return admin;
    }

    private static Browser browser() {
        return new Browser(LIKEWIRE.address());
    }
}
