package io.likewire.contracts.auth;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.CallInterceptor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Accounts over the event bus. */
public final class AuthClient implements AuthService {
    public static final String REGISTER = "register";
    public static final String LOGIN = "login";
    public static final String CHANGE_PASSWORD = "change-password";

    /** Which tokens are good; gateways ask for it by themselves. */
    public static final String TRUST = "trust";

    private final BusClient bus;

    public AuthClient(Vertx vertx) {
        this(vertx, CallInterceptor.NONE);
    }

    /** @param interceptor decides about each call before it is sent */
    public AuthClient(Vertx vertx, CallInterceptor interceptor) {
        this.bus = new BusClient(vertx, Addresses.AUTH, interceptor);
    }

    @Override
    public Future<Account> register(Credentials credentials, Call call) {
        return bus.askJson(REGISTER, credentials.toJson(), call, false).map(Account::fromJson);
    }

    @Override
    public Future<Session> login(Credentials credentials, String device, Call call) {
        JsonObject body =
                new JsonObject().put("credentials", credentials.toJson()).put("device", device);
        return bus.askJson(LOGIN, body, call, false).map(Session::fromJson);
    }

    @Override
    public Future<Session> refresh(String refreshToken, Call call) {
        return bus.askJson("refresh", new JsonObject().put("token", refreshToken), call, false)
                .map(Session::fromJson);
    }

    @Override
    public Future<Void> logout(String refreshToken, Call call) {
        return bus.ask("logout", new JsonObject().put("token", refreshToken), call, true)
                .mapEmpty();
    }

    @Override
    public Future<Session> changePassword(long account, PasswordChange change, Call call) {
        JsonObject body = new JsonObject().put("id", account).put("change", change.toJson());
        return bus.askJson(CHANGE_PASSWORD, body, call, false).map(Session::fromJson);
    }

    @Override
    public Future<Account> account(long id, Call call) {
        return bus.askJson("account", new JsonObject().put("id", id), call, true)
                .map(Account::fromJson);
    }

    @Override
    public Future<AccountPage> accounts(long after, int limit, Call call) {
        return bus.askJson("accounts", new JsonObject().put("after", after).put("limit", limit), call, true)
                .map(body -> new AccountPage(
                        body.getJsonArray("accounts").stream()
                                .map(one -> Account.fromJson((JsonObject) one))
                                .toList(),
                        body.getLong("last")));
    }

    @Override
    public Future<Account> change(long id, AccountPatch patch, Call call) {
        JsonObject body = new JsonObject().put("id", id).put("patch", patch.toJson());
        return bus.askJson("change", body, call, true).map(Account::fromJson);
    }

    @Override
    public Future<Long> anyone(Call call) {
        return bus.askJson("anyone", new JsonObject(), call, true).map(body -> body.getLong("id"));
    }

    @Override
    public Future<TokenTrust> trust(Call call) {
        return bus.askJson(TRUST, new JsonObject(), call, true).map(TokenTrust::fromJson);
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return bus.askJson(BusClient.HEALTH, new JsonObject(), call, true);
    }
}
