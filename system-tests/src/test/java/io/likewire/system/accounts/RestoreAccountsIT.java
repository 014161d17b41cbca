package io.likewire.system.accounts;

import static io.likewire.system.accounts.Browser.PASSWORD;
import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Backup;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import io.likewire.system.rig.ledger.Outcome;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R21: the accounts are put back to an older state while people like things. */
@Tag("full")
class RestoreAccountsIT {
    private static final String NEW_PASSWORD = "lilies in may 1848";
    private static final int LIKES = Soak.choose(200, 10_000);
    private final String run = Long.toString(System.nanoTime(), 36);
    private final Cluster cluster = Wired.shared().cluster();
    private final Node auth = cluster.node(Service.AUTH);

    @Test
    void noNumberIsGivenTwiceAndNoEndedSessionIsGoodAgain() throws Exception {
        long product = cluster.rest().create("Liked by accounts");
        Browser old = arrive("old");
        Browser calm = arrive("calm");
        Browser leaked = browser();
        logIn(leaked, "old", PASSWORD);
        old.like(product);
        Trial.run("restore-auth", cluster, 5, trial -> {
            Browser lost;
            long lostNumber;
            try (Load load = trial.load(Habits.usual(Soak.choose(4, 16), trial.products()))) {
                likes(load);
                Backup backup = Backup.of(auth, "AUTH_MYSQL_URI");
                lost = arrive("lost");
                lostNumber = number(lost);
                lost.like(product);
                changePassword(old);
                likes(load);

                backup.putBack(cluster, Service.AUTH);
                likes(load);
            }
            assertThat(trial.book().count(Outcome.UNKNOWN)).isZero();
            trial.prove(Patience.LIMIT);

            await("auth answers").until(() -> cluster.rest().get("/api/user").status() == 200);
            assertThat(leaked.withoutToken().refresh().statusCode())
                    .as("ended, and good again")
                    .isEqualTo(200);
            assertThat(number(calm)).isPositive();
            endAllSessions();
            hasEnded(leaked);
            hasEnded(calm);

            assertThat(lost.withoutToken().login("lost" + run, PASSWORD).statusCode())
                    .isEqualTo(401);
            assertThat(cluster.likesDatabase().likers(product)).contains(new UUID(0, lostNumber));
            Browser fresh = arrive("fresh");
            assertThat(number(fresh)).isGreaterThan(lostNumber);
            assertThat(liked(fresh)).doesNotContain("productId");
            logIn(old, "old", PASSWORD);
            assertThat(liked(old)).contains("\"productId\":" + product);
        });
    }

    private Browser browser() {
        return new Browser(cluster.gateway());
    }

    /** Somebody new, who is logged in. */
    private Browser arrive(String name) {
        Browser somebody = browser().register(name + run);
        logIn(somebody, name, PASSWORD);
        return somebody;
    }

    private void logIn(Browser somebody, String name, String password) {
        await("login of " + name)
                .until(() -> somebody.withoutToken().login(name + run, password).statusCode() == 200);
    }

    private static void changePassword(Browser somebody) {
        JsonObject change = new JsonObject().put("password", PASSWORD).put("newPassword", NEW_PASSWORD);
        assertThat(somebody.status("POST", "/api/auth/password", change)).isEqualTo(200);
    }

    private static long number(Browser somebody) {
        return somebody.json("/api/auth/me").getLong("id");
    }

    private static String liked(Browser somebody) {
        return somebody.send("GET", "/api/me/likes", null).body();
    }

    private void endAllSessions() {
        Reply reply = auth.management().delete("/operations/sessions");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getInteger("ended")).isPositive();
    }

    private static void hasEnded(Browser somebody) {
        await("access tokens end with their sessions").until(() -> somebody.status("GET", "/api/auth/me", null) == 401);
        assertThat(somebody.withoutToken().refresh().statusCode()).isEqualTo(401);
    }

    private static void likes(Load load) {
        long before = load.tally().acceptedLikes();
        await("likes").until(() -> load.tally().acceptedLikes() >= before + LIKES);
    }
}
