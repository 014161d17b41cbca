package io.likewire.gateway.guard;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPage;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.auth.Trust;
import io.likewire.contracts.bus.Call;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The auth side, with a guard before what takes a hash of a password. Everything else is cheap and asked past it. */
public record GuardedAuth(AuthService auth, Guard passwords) implements AuthService {
    @Override
    public Future<Account> register(Credentials credentials, Call call) {
        return passwords.call(call, patient -> auth.register(credentials, patient));
    }

    @Override
    public Future<Session> login(Credentials credentials, String device, Call call) {
        return passwords.call(call, patient -> auth.login(credentials, device, patient));
    }

    @Override
    public Future<Session> changePassword(long account, PasswordChange change, Call call) {
        return passwords.call(call, patient -> auth.changePassword(account, change, patient));
    }

    @Override
    public Future<Session> refresh(String refreshToken, Call call) {
        return auth.refresh(refreshToken, call);
    }

    @Override
    public Future<Void> logout(String refreshToken, Call call) {
        return auth.logout(refreshToken, call);
    }

    @Override
    public Future<Account> account(long id, Call call) {
        return auth.account(id, call);
    }

    @Override
    public Future<AccountPage> accounts(long after, int limit, Call call) {
        return auth.accounts(after, limit, call);
    }

    @Override
    public Future<Account> change(long id, AccountPatch patch, Call call) {
        return auth.change(id, patch, call);
    }

    @Override
    public Future<Long> anyone(Call call) {
        return auth.anyone(call);
    }

    @Override
    public Future<Trust> trust(Call call) {
        return auth.trust(call);
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return auth.health(call);
    }
}
