package io.likewire.system.accounts;

import static io.likewire.system.accounts.Browser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two gateways that verify tokens by themselves, and one auth-verticle. */
@Tag("full")
class SessionsAcrossGatewaysIT {
    private final Cluster cluster = Stage.whole().cluster();

    @Test
    void anEndIsKnownEverywhere() {
        Browser head = new Browser(cluster.gateways().get(0));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> head.login(AccountSettings.ADMIN, PASSWORD).statusCode() == 200);
        cluster.gateways().forEach(gateway -> await().atMost(Duration.ofSeconds(30))
                .until(() -> users(gateway, head.accessToken()) == 200));

        head.status("POST", "/api/auth/logout", null);

        cluster.gateways().forEach(gateway -> await().atMost(Duration.ofSeconds(30))
                .until(() -> users(gateway, head.accessToken()) == 401));
    }

    @Test
    void aRotationIsNoticedByNobody() {
        Set<String> signers = new HashSet<>();
        List<Integer> refused = new ArrayList<>();
        Browser head = new Browser(cluster.gateways().get(0));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> head.login(AccountSettings.ADMIN, PASSWORD).statusCode() == 200);
        AccountSettings.rotateKeys();
        await("the new key signs").atMost(Duration.ofSeconds(90)).until(() -> {
            head.refresh();
            signers.add(signer(head.accessToken()));
            for (URI gateway : cluster.gateways()) {
                int status = users(gateway, head.accessToken());
                if (status != 200) {
                    refused.add(status);
                }
            }
            return signers.size() == 2;
        });

        assertThat(refused).isEmpty();
    }

    private static int users(URI gateway, String token) {
        return Rest.at(gateway).as(token).get("/api/users").status();
    }

    private static String signer(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return new JsonObject(Buffer.buffer(header)).getString("kid");
    }
}
