package io.likewire.contracts.auth;

import io.likewire.contracts.bus.Call;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * What auth-verticle does for others, at {@link io.likewire.contracts.bus.Addresses#AUTH}. Every failure is a
 * {@link io.likewire.contracts.problems.Refusal}. Nothing is done twice when an answer gets lost: callers do not ask again.
 */
public interface AuthService {
    /** INVALID for a name that is taken and for a password that is easy to guess. */
    Future<Account> register(Credentials credentials, Call call);

    /**
     * UNAUTHORIZED, alike for an unknown name, a wrong password and a disabled account; TOO_MANY_REQUESTS when the name was
     * tried too often, with the time to wait; OVERLOADED when too many passwords wait to be checked.
     *
     * @param device what an earlier login gave; null without
     */
    Future<Session> login(Credentials credentials, String device, Call call);

    /** UNAUTHORIZED unless the token is the session's last one; a token that comes again ends its session. */
    Future<Session> refresh(String refreshToken, Call call);

    /** Ends the session. Succeeds for an unknown token too. */
    Future<Void> logout(String refreshToken, Call call);

    /** Ends all sessions of the account and begins a new one. UNAUTHORIZED for a wrong old password. */
    Future<Session> changePassword(long account, PasswordChange change, Call call);

    /** NOT_FOUND for an unknown one. */
    Future<Account> account(long id, Call call);

    /** @param after only accounts with a greater id; 0 for the first ones */
    Future<AccountPage> accounts(long after, int limit, Call call);

    /** NOT_FOUND for an unknown one; INVALID where it would leave no administrator. Less rights and another password end its sessions. */
    Future<Account> change(long id, AccountPatch patch, Call call);

    /** The id of any account that isn't disabled; NOT_FOUND without any. */
    Future<Long> anyone(Call call);

    Future<TokenTrust> trust(Call call);

    /** State of the service's parts: {@code {"status":"up|degraded|down","parts":{...}}}. */
    Future<JsonObject> health(Call call);
}
