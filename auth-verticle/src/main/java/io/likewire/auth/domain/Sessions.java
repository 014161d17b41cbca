package io.likewire.auth.domain;

import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.auth.domain.LoginThrottle.Taken;
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

/**
 * From a password to a session, and on.
 *
 * @param withdrawn tells everybody that sessions have ended; what happens next waits for it, and it never fails
 */
public record Sessions(
        AccountStore accounts,
        SessionStore sessions,
        LoginThrottle loginThrottle,
        Passwords passwords,
        TokenIssuer tokenIssuer,
        Supplier<Future<Void>> withdrawn,
        AuthMetrics metrics) {
    /** How long somebody stays logged in. */
    public static final int LIFETIME_S = 30 * 24 * 3600;

    /** The account is no longer as it was when the password was looked at. */
    private static final Refusal CHANGED = wrong();

    Future<Session> login(Credentials who, String device, Call call) {
        return loginThrottle
                .take(who.username(), device)
                .compose(taken -> counted(
                        taken,
                        enter(who, device, call)
                                .recover(changed ->
                                        changed == CHANGED ? enter(who, device, call) : Future.failedFuture(changed))));
    }

    private Future<Session> enter(Credentials who, String device, Call call) {
        return accounts.byName(who.username())
                .compose(found -> prove(found, who.password(), call))
                .compose(proven -> renew(proven, who.password(), call))
                .compose(proven -> begin(proven, device));
    }

    Future<Session> refresh(String token) {
        SessionSecret.Refresh old = SessionSecret.Refresh.parse(token);
        SessionSecret.Refresh next = SessionSecret.Refresh.random(old.session());
        return sessions.refresh(old.session(), old.digest(), next.digest()).compose(result -> {
            if (result.reused()) {
                metrics.reused();
                return withdrawn.get().compose(told -> Future.failedFuture(SessionSecret.refused()));
            }
            return result.account() == null
                    ? Future.failedFuture(SessionSecret.refused())
                    : session(result.account(), next, null);
        });
    }

    Future<Void> logout(String token) {
        SessionSecret.Refresh last;
        try {
            last = SessionSecret.Refresh.parse(token);
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
            return loginThrottle
                    .take(name, null)
                    .compose(taken -> counted(taken, prove(found, change.password(), call)))
                    .compose(proven -> passwords
                            .hashNew(name, change.newPassword(), "newPassword", call)
                            .compose(hash -> accounts.changePassword(proven, hash)
                                    .map(changed -> unchanged(changed, proven.with(hash)))))
                    .compose(changed -> withdrawn.get().map(changed))
                    .compose(changed -> begin(changed, null));
        });
    }

    /** Only a wrong password uses up an attempt. */
    private <T> Future<T> counted(Taken taken, Future<T> proof) {
        return proof.compose(
                right -> loginThrottle.giveBack(taken).map(right),
                failure -> failure instanceof Refusal refusal && refusal.type() == ProblemType.UNAUTHORIZED
                        ? Future.failedFuture(failure)
                        : loginThrottle.giveBack(taken).compose(back -> Future.failedFuture(failure)));
    }

    private Future<Stored> prove(Stored found, String password, Call call) {
        return passwords
                .matches(password, found == null ? null : found.hash(), call)
                .map(right -> {
                    if (!right || found.account().disabled()) {
                        throw wrong();
                    }
                    return found;
                });
    }

    private Future<Stored> renew(Stored proven, String password, Call call) {
        return passwords
                .rehash(password, proven.hash(), call)
                .compose(hash -> hash == null
                        ? Future.succeededFuture(proven)
                        : accounts.rehash(proven, hash).map(kept -> unchanged(kept, proven.with(hash))));
    }

    private static Stored unchanged(boolean still, Stored proven) {
        if (!still) {
            throw CHANGED;
        }
        return proven;
    }

    private Future<Session> begin(Stored proven, String device) {
        Account account = proven.account();
        SessionSecret.Refresh refresh = SessionSecret.Refresh.random(UUID.randomUUID());
        return sessions.begin(refresh.session(), proven, refresh.digest())
                .map(begun -> unchanged(begun, proven))
                .compose(begun -> device(account, device))
                .compose(own -> session(account, refresh, own));
    }

    /** Null where the caller's own is good. */
    private Future<String> device(Account account, String shown) {
        return known(account, shown).compose(known -> {
            if (known) {
                return Future.succeededFuture(null);
            }
            String fresh = SessionSecret.print(SessionSecret.random());
            return sessions.remember(SessionSecret.digest(fresh), account.id()).map(fresh);
        });
    }

    private Future<Boolean> known(Account account, String shown) {
        return shown == null
                ? Future.succeededFuture(false)
                : sessions.remembers(SessionSecret.digest(shown), account.username());
    }

    private Future<Session> session(Account account, SessionSecret.Refresh refresh, String device) {
        return tokenIssuer
                .issue(account, refresh.session())
                .map(access ->
                        new Session(account, access, tokenIssuer.seconds(), refresh.print(), LIFETIME_S, device));
    }

    private static Refusal wrong() {
        return new Refusal(ProblemType.UNAUTHORIZED, "Incorrect username or password");
    }
}
