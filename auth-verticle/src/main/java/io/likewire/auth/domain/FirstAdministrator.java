package io.likewire.auth.domain;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** There is always somebody who may change products: made at the first start, with a password that nobody else knows. */
public final class FirstAdministrator {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RANDOM_LENGTH = 20;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Consumer<String> show;

    /** @param show where a random password is printed, this once */
    public FirstAdministrator(AccountStore accounts, Passwords passwords, Consumer<String> show) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.show = show;
    }

    public Future<Void> require(String username, Optional<String> given) {
        return accounts.hasAdministrator().compose(there -> there ? Future.succeededFuture() : make(username, given));
    }

    private Future<Void> make(String username, Optional<String> given) {
        String password = given.orElseGet(() -> Secret.print(Secret.random()).substring(0, RANDOM_LENGTH));
        return create(username, password)
                .onSuccess(made -> {
                    if (given.isEmpty()) {
                        show.accept("The first administrator is " + username + " with the password " + password
                                + " (shown only now)");
                    }
                })
                .recover(failure -> accounts.hasAdministrator()
                        .compose(byAnotherNode ->
                                byAnotherNode ? Future.succeededFuture() : Future.failedFuture(failure)))
                .mapEmpty();
    }

    private Future<Account> create(String username, String password) {
        try {
            Credentials who = Credentials.parseNew(
                    new JsonObject().put("username", username).put("password", password));
            return passwords
                    .hashNew(who.username(), who.password(), "password", Call.command(PATIENCE))
                    .compose(hash -> accounts.create(who.username(), hash, Role.ADMIN))
                    .recover(FirstAdministrator::explain);
        } catch (Refusal wrong) {
            return explain(wrong);
        }
    }

    private static Future<Account> explain(Throwable failure) {
        if (failure instanceof Refusal refusal && refusal.errors().containsKey("password")) {
            return Future.failedFuture(new ConfigException(
                    "ADMIN_PASSWORD: " + refusal.errors().get("password").get(0)));
        }
        if (failure instanceof Refusal refusal && refusal.errors().containsKey("username")) {
            return Future.failedFuture(new ConfigException(
                    "ADMIN_USER: " + refusal.errors().get("username").get(0)));
        }
        return Future.failedFuture(failure);
    }
}
