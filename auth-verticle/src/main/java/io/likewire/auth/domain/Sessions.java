package io.likewire.auth.domain;

import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.auth.domain.Attempts.Taken;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Supplier;

/** From a password to a session, and on. */
public final class Sessions {
    /** How long somebody stays logged in. */
    public static final int LIFETIME_S = 30 * 24 * 3600;

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Supplier<Future<Void>> withdrawn;
    private final AuthMetrics metrics;

    /** @param withdrawn tells everybody that sessions have ended; what happens next waits for it, and it never fails */
    public Sessions(
            AccountStore accounts,
            SessionStore sessions,
            Attempts attempts,
            Passwords passwords,
            Tokens tokens,
            Supplier<Future<Void>> withdrawn,
            AuthMetrics metrics) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.withdrawn = withdrawn;
        this.metrics = metrics;
    }

    Future<Session> login(Credentials who, String device, Call call) {
        return attempts.take(who.username(), device).compose(taken -> accounts.byName(who.username())
                .compose(found -> prove(found, who.password(), taken, call))
                .compose(account -> begin(account, device)));
    }

    Future<Session> refresh(String token) {
        Secret.Refresh old = Secret.Refresh.parse(token);
        Secret.Refresh next = Secret.Refresh.random(old.session());
        return sessions.refresh(old.session(), old.digest(), next.digest()).compose(result -> {
            if (result.reused()) {
                metrics.reused();
                return withdrawn.get().compose(told -> Future.failedFuture(Secret.refused()));
            }
            return result.account() == null
                    ? Future.failedFuture(Secret.refused())
                    : session(result.account(), next, null);
        });
    }

    Future<Void> logout(String token) {
        Secret.Refresh last;
        try {
            last = Secret.Refresh.parse(token);
        } catch (Refusal nobodys) {
            return Future.succeededFuture();
        }
        return sessions.end(last.session(), last.digest())
                .compose(ended -> ended ? withdrawn.get() : Future.succeededFuture());
    }

    Future<Session> changePassword(long id, PasswordChange change, Call call) {
        return accounts.byId(id).compose(found -> {
            if (found == null) {
                return Future.failedFuture(wrong());
            }
            String name = found.account().username();
            return attempts.take(name, null)
                    .compose(taken -> prove(found, change.password(), taken, call))
                    .compose(account -> passwords.hashNew(name, change.newPassword(), "newPassword", call))
                    .compose(hash -> accounts.changePassword(id, hash))
                    .compose(changed -> withdrawn.get())
                    .compose(told -> begin(found.account(), null));
        });
    }

    /** Only a wrong password uses up an attempt. */
    private Future<Account> prove(Stored found, String password, Taken taken, Call call) {
        String hash = found == null ? null : found.hash();
        return passwords
                .matches(password, hash, call)
                .recover(unchecked -> attempts.giveBack(taken).compose(back -> Future.failedFuture(unchecked)))
                .compose(right -> right && !found.account().disabled()
                        ? attempts.giveBack(taken).compose(back -> renew(found, password, call))
                        : Future.failedFuture(wrong()));
    }

    private Future<Account> renew(Stored found, String password, Call call) {
        long id = found.account().id();
        return passwords
                .rehash(password, found.hash(), call)
                .compose(hash -> hash == null ? Future.succeededFuture() : accounts.rehash(id, hash))
                .map(found.account());
    }

    private Future<Session> begin(Account account, String device) {
        Secret.Refresh refresh = Secret.Refresh.random(UUID.randomUUID());
        return sessions.begin(refresh.session(), account.id(), refresh.digest())
                .compose(begun -> device(account, device))
                .compose(own -> session(account, refresh, own));
    }

    /** Null where the caller's own is good. */
    private Future<String> device(Account account, String shown) {
        return known(account, shown).compose(known -> {
            if (known) {
                return Future.succeededFuture(null);
            }
            String fresh = Secret.print(Secret.random());
            return sessions.remember(Secret.digest(fresh), account.id()).map(fresh);
        });
    }

    private Future<Boolean> known(Account account, String shown) {
        return shown == null
                ? Future.succeededFuture(false)
                : sessions.remembers(Secret.digest(shown), account.username());
    }

    private Future<Session> session(Account account, Secret.Refresh refresh, String device) {
        return tokens.issue(account, refresh.session())
                .map(access -> new Session(account, access, tokens.seconds(), refresh.print(), LIFETIME_S, device));
    }

    private static Refusal wrong() {
        return new Refusal(ProblemType.UNAUTHORIZED, "Username or password is wrong");
    }
}
