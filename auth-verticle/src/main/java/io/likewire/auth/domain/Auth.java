package io.likewire.auth.domain;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPage;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.auth.TokenTrust;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What auth-verticle does for others.
 *
 * @param withdrawn tells everybody that sessions have ended; never fails
 * @param loggedIn told of each account with a new session
 */
public record Auth(
        AccountStore accounts,
        Passwords passwords,
        Sessions sessions,
        Supplier<Future<TokenTrust>> tokenTrust,
        Supplier<Future<JsonObject>> health,
        Supplier<Future<Void>> withdrawn,
        AuthMetrics metrics,
        Consumer<Account> loggedIn)
        implements AuthService {
    private static final int MOST_PER_PAGE = 500;

    @Override
    public Future<Account> register(Credentials who, Call call) {
        return passwords
                .hashNew(who.username(), who.password(), "password", call)
                .compose(hash -> accounts.create(who.username(), hash, Role.USER))
                .onSuccess(made -> metrics.registered());
    }

    @Override
    public Future<Session> login(Credentials who, String device, Call call) {
        return sessions.login(who, device, call)
                .onComplete(metrics::login)
                .onSuccess(session -> loggedIn.accept(session.account()));
    }

    @Override
    public Future<Session> refresh(String refreshToken, Call call) {
        return sessions.refresh(refreshToken).onSuccess(fresh -> metrics.refreshed());
    }

    @Override
    public Future<Void> logout(String refreshToken, Call call) {
        return sessions.logout(refreshToken);
    }

    @Override
    public Future<Session> changePassword(long account, PasswordChange change, Call call) {
        return sessions.changePassword(account, change, call);
    }

    @Override
    public Future<Account> account(long id, Call call) {
        return accounts.byId(id).map(found -> existing(found == null ? null : found.account(), id));
    }

    @Override
    public Future<AccountPage> accounts(long after, int limit, Call call) {
        if (after < 0 || limit < 1 || limit > MOST_PER_PAGE) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected a limit to 500"));
        }
        return accounts.after(after, limit)
                .map(page -> new AccountPage(
                        page, page.size() < limit ? null : page.get(limit - 1).id()));
    }

    @Override
    public Future<Account> change(long id, AccountPatch patch, Call call) {
        return hash(id, patch, call)
                .compose(hash -> accounts.change(id, patch, hash))
                .map(changed -> existing(changed, id))
                .compose(changed -> withdrawn.get().map(changed));
    }

    private Future<String> hash(long id, AccountPatch patch, Call call) {
        return patch.password() == null
                ? Future.succeededFuture(null)
                : account(id, call)
                        .compose(account -> passwords.hashNew(account.username(), patch.password(), "password", call));
    }

    @Override
    public Future<Long> anyone(Call call) {
        return accounts.anyone().map(id -> {
            if (id == null) {
                throw new Refusal(ProblemType.NOT_FOUND, "There is no user yet");
            }
            return id;
        });
    }

    @Override
    public Future<TokenTrust> trust(Call call) {
        return tokenTrust.get();
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return health.get();
    }

    private static Account existing(Account account, long id) {
        if (account == null) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no user " + id);
        }
        return account;
    }
}
