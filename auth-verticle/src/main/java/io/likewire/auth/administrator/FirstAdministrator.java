package io.likewire.auth.administrator;

import io.likewire.auth.domain.AccountStore;
import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.auth.domain.Passwords;
import io.likewire.auth.passwords.PasswordRules;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.management.Audit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** There is always somebody who may change products: made at the first start, with a password that nobody else knows. */
public final class FirstAdministrator {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Wanted wanted;
    private final FirstPassword random;
    private final Consumer<String> show;

    /**
     * @param password nothing for a random one
     * @param kept where a random password stays until its owner logs in; nothing for nowhere
     * @param reset also where there are administrators: for an installation that nobody can enter
     */
    public record Wanted(String username, Optional<String> password, Optional<Path> kept, boolean reset) {
        /** Ends in a {@link ConfigException} for what no new account may have, also where there is one already. */
        public void requireGood() {
            try {
                Credentials who = credentials(password.orElse("a random one"));
                password.ifPresent(given -> new PasswordRules().require(who.username(), who.password(), "password"));
            } catch (Refusal refusal) {
                throw explained(refusal);
            }
        }

        private Credentials credentials(String secret) {
            return Credentials.parseNew(
                    new JsonObject().put("username", username).put("password", secret));
        }

        private RuntimeException explained(Refusal refusal) {
            String source = password.isPresent() ? "ADMIN_PASSWORD" : FirstPassword.SETTING;
            Map<String, List<String>> errors = refusal.errors();
            if (errors.containsKey("username")) {
                return new ConfigException(
                        "ADMIN_USER: " + errors.get("username").get(0));
            }
            return errors.containsKey("password")
                    ? new ConfigException(source + ": " + errors.get("password").get(0))
                    : refusal;
        }
    }

    /** @param show where a random password is printed */
    public FirstAdministrator(
            Vertx vertx, AccountStore accounts, Passwords passwords, Wanted wanted, Consumer<String> show) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.wanted = wanted;
        this.random = new FirstPassword(vertx, wanted.kept());
        this.show = show;
    }

    /** Who logs in has the password: it is no longer kept. */
    public void loggedIn(Account account) {
        if (account.role() == Role.ADMIN && account.username().equalsIgnoreCase(wanted.username())) {
            random.forget();
        }
    }

    public Future<Void> require() {
        if (wanted.reset()) {
            return credentials().compose(who -> accounts.byName(who.username())
                    .compose(found -> found == null ? create(who) : reset(found, who)));
        }
        return accounts.hasAdministrator().compose(there -> there ? Future.succeededFuture() : make());
    }

    private Future<Void> make() {
        return credentials().compose(this::create).recover(failure -> accounts.hasAdministrator()
                .compose(byAnotherNode -> byAnotherNode ? doneByAnotherNode() : Future.failedFuture(failure)));
    }

    private Future<Void> doneByAnotherNode() {
        if (wanted.password().isEmpty()) {
            show.accept("Another node has made the first administrator; the password is the one that it printed");
        }
        return Future.succeededFuture();
    }

    /** A random password is known before it counts, so that it is not lost when the start ends here. */
    private Future<Credentials> credentials() {
        if (wanted.password().isPresent()) {
            return parsed(wanted.password().get());
        }
        return random.keptOrNew()
                .compose(this::parsed)
                .onSuccess(who -> show.accept("The first administrator is " + who.username() + " with the password "
                        + who.password() + " (" + random.whereKept() + ")"));
    }

    private Future<Credentials> parsed(String password) {
        try {
            return Future.succeededFuture(wanted.credentials(password));
        } catch (Refusal wrong) {
            return Future.failedFuture(wanted.explained(wrong));
        }
    }

    private Future<Void> create(Credentials who) {
        return hash(who)
                .compose(hash -> accounts.create(who.username(), hash, Role.ADMIN))
                .mapEmpty();
    }

    private Future<Void> reset(Stored found, Credentials who) {
        return passwords.matches(who.password(), found.hash(), call()).compose(same -> {
            boolean entered =
                    same && !found.account().disabled() && found.account().role() == Role.ADMIN;
            return entered
                    ? Future.succeededFuture()
                    : hash(who)
                            .compose(hash -> accounts.change(
                                    found.account().id(), new AccountPatch(Role.ADMIN, false, null), hash))
                            .onSuccess(changed ->
                                    Audit.record("account.reset", "start", "done", Map.of("subject", who.username())))
                            .mapEmpty();
        });
    }

    private Future<String> hash(Credentials who) {
        return passwords
                .hashNew(who.username(), who.password(), "password", call())
                .recover(failure ->
                        Future.failedFuture(failure instanceof Refusal refusal ? wanted.explained(refusal) : failure));
    }

    private static Call call() {
        return Call.command(PATIENCE);
    }
}
