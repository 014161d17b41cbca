package io.likewire.system.contract;

import static org.awaitility.Awaitility.await;

import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Logged in at the gateway under test, as whoever an operation takes. */
final class Sessions {
    private static final Duration FRESH = Duration.ofMinutes(4);
    private final Rest rest;
    private String administrator;
    private Instant since;

    Sessions(URI gateway) {
        this.rest = Rest.at(gateway);
    }

    /** Of whoever the operation takes: an administrator, somebody who is new, or a visitor who has done nothing yet. */
    String token(Operation operation) {
        if (!operation.takesAccount()) {
            return rest.post("/api/visitors", null).json().getString("token");
        }
        return operation.id().equals("changePassword") ? token(login(newUser())) : administrator();
    }

    /** Keeps one for a while: it is the same person all the time. */
    private String administrator() {
        if (administrator == null || since.plus(FRESH).isBefore(Instant.now())) {
            await("an administrator's session")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> login(AccountSettings.ADMIN).status() == 200);
            administrator = token(login(AccountSettings.ADMIN));
            since = Instant.now();
        }
        return administrator;
    }

    /** The cookie of somebody who has just logged in. */
    String cookie() {
        return login(newUser()).headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("refresh="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElseThrow();
    }

    /** Where the example names a person: one who is new, or for a login one who is there. */
    Object body(Operation operation, Object example) {
        return switch (operation.id()) {
            case "register", "createUser" -> credentials(name());
            case "login" -> credentials(newUser());
            default -> example;
        };
    }

    /** The id of somebody who may lose every right. */
    long user() {
        return rest.post("/api/auth/register", credentials(name())).json().getLong("id");
    }

    private String newUser() {
        String name = name();
        rest.post("/api/auth/register", credentials(name));
        return name;
    }

    private Reply login(String name) {
        return rest.post("/api/auth/login", credentials(name));
    }

    private static String token(Reply login) {
        return login.json().getString("accessToken");
    }

    private static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static JsonObject credentials(String name) {
        return new JsonObject().put("username", name).put("password", AccountSettings.PASSWORD);
    }
}
