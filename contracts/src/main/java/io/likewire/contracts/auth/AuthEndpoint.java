package io.likewire.contracts.auth;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.BusEndpoint.Action;
import io.likewire.contracts.bus.EndpointObserver;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The other side of {@link AuthClient}. */
public final class AuthEndpoint {
    private AuthEndpoint() {}

    /** @param observer told of every answer, and of failures that are no refusals */
    public static BusEndpoint open(Vertx vertx, AuthService auth, EndpointObserver observer) {
        Map<String, Action<JsonObject>> actions = new HashMap<>(sessions(auth));
        actions.putAll(accounts(auth));
        return new BusEndpoint(vertx, Addresses.AUTH, actions, observer);
    }

    private static Map<String, Action<JsonObject>> sessions(AuthService auth) {
        return Map.of(
                AuthClient.LOGIN,
                (body, call) -> auth.login(
                                Credentials.parse(body.getJsonObject("credentials")), body.getString("device"), call)
                        .map(AuthEndpoint::session),
                "refresh",
                (body, call) -> auth.refresh(body.getString("token"), call).map(AuthEndpoint::session),
                "logout",
                (body, call) -> auth.logout(body.getString("token"), call).map(done -> Answer.nothing()),
                AuthClient.CHANGE_PASSWORD,
                (body, call) -> auth.changePassword(
                                body.getLong("id"), PasswordChange.parse(body.getJsonObject("change")), call)
                        .map(AuthEndpoint::session),
                AuthClient.TRUST,
                (body, call) -> auth.trust(call).map(trust -> Answer.json(trust.toJson())));
    }

    private static Map<String, Action<JsonObject>> accounts(AuthService auth) {
        return Map.of(
                AuthClient.REGISTER,
                (body, call) -> auth.register(Credentials.parseNew(body), call).map(AuthEndpoint::account),
                "account",
                (body, call) -> auth.account(body.getLong("id"), call).map(AuthEndpoint::account),
                "accounts",
                (body, call) -> auth.accounts(body.getLong("after"), body.getInteger("limit"), call)
                        .map(AuthEndpoint::page),
                "change",
                (body, call) -> auth.change(body.getLong("id"), AccountPatch.parse(body.getJsonObject("patch")), call)
                        .map(AuthEndpoint::account),
                "anyone",
                (body, call) -> auth.anyone(call).map(id -> Answer.json(new JsonObject().put("id", id))),
                BusClient.HEALTH,
                (body, call) -> auth.health(call).map(Answer::json));
    }

    private static Answer session(Session session) {
        return Answer.json(session.toJson());
    }

    private static Answer account(Account account) {
        return Answer.json(account.toJson());
    }

    private static Answer page(AccountPage page) {
        JsonArray accounts =
                new JsonArray(page.accounts().stream().map(Account::toJson).toList());
        return Answer.json(new JsonObject().put("accounts", accounts).put("last", page.last()));
    }
}
