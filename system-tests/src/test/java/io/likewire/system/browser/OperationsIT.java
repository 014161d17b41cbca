package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Parked;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators see of a cluster, and do about dead letters. */
@FullInChromium
class OperationsIT {
    private final Cluster cluster = Wired.shared().cluster();
    private final Parked deadLetters = Parked.at(cluster.node(Service.PRODUCTS));
    private AmqpProbe probe;

    @BeforeEach
    void connect() {
        await("an administrator comes in").until(() -> isOpen(Rest.at(Wired.secureGateway())));
        probe = AmqpProbe.connect(cluster.broker());
        deadLetters.dropAll();
    }

    @AfterEach
    void disconnect() {
        deadLetters.dropAll();
        probe.close();
    }

    @Test
    void everyNodeAndWhatItCarriesIsShown(Shop shop) {
        Page page = operations(shop);

        for (String service : new String[] {"gateway", "products", "likes", "auth"}) {
            Locator line = page.locator("tr[data-service=" + service + "]").first();
            assertThat(line).containsText("up");
        }
        assertThat(page.getByRole(AriaRole.REGION, named("Outbox: likes"))).containsText("Healthy");
        assertThat(page.getByRole(AriaRole.REGION, named("Queues"))).containsText("products.like-events");
        assertThat(page.getByRole(AriaRole.REGION, named("Reconciliation"))).containsText("Products checked");
    }

    @Test
    void aDeadLetterIsReadRetriedAndDeleted(Shop shop) throws Exception {
        byte[] poison = "no JSON".getBytes(StandardCharsets.UTF_8);
        probe.publish("likewire.events", "likes.changed", "product_likes_changed", poison);
        await("it is a dead letter").until(() -> deadLetters.number() == 1);
        Page page = operations(shop);
        Locator message = page.locator("tr[data-message]");
        assertThat(message).containsText("no JSON");
        assertThat(message).containsText("products.like-events");

        page.getByText("Retry all").click();
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Retry 1 message?");
        question.getByText("Cancel").click();
        message.getByText("Retry").click();
        assertThat(page.getByText("1 message retried")).isVisible();
        await("what still fails is a dead letter again").until(() -> deadLetters.number() == 1);

        page.reload();
        message.getByText("Delete").click();
        question.getByText("Cancel").click();
        page.getByText("Delete all").click();
        assertThat(question).containsText("Delete 1 message?");
        question.getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.getByText("1 message deleted")).isVisible();
        assertThat(message).hasCount(0);
        assertThat(page.getByText("Dead-letter queue")).isFocused();
        await("it is gone").until(() -> deadLetters.number() == 0);
    }

    /** A gateway that has just started knows no keys for a moment. */
    private static boolean isOpen(Rest rest) {
        JsonObject head =
                new JsonObject().put("username", AccountSettings.ADMIN).put("password", AccountSettings.PASSWORD);
        Reply login = rest.post("/api/auth/login", head);
        return login.status() == 200
                && rest.as(login.json().getString("accessToken"))
                                .get("/api/auth/me")
                                .status()
                        == 200;
    }

    private Page operations(Shop shop) {
        NewContextOptions here =
                new NewContextOptions().setBaseURL(Wired.secureGateway().toString());
        AdminPages admin = shop.adminPagesAt(here, AccountSettings.ADMIN, AccountSettings.PASSWORD);
        admin.open("Operations");
        return admin.page();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
