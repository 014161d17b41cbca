package io.likewire.auth;

import io.likewire.auth.administrator.FirstAdministrator;
import io.likewire.auth.domain.AccountStore;
import io.likewire.auth.domain.Auth;
import io.likewire.auth.domain.AuthMetrics;
import io.likewire.auth.domain.Passwords;
import io.likewire.auth.domain.SessionStore;
import io.likewire.auth.domain.Sessions;
import io.likewire.auth.keys.KeyRing;
import io.likewire.auth.keys.TokenSigner;
import io.likewire.auth.operations.KeyOperations;
import io.likewire.auth.operations.SessionOperations;
import io.likewire.auth.passwords.ArgonPasswords;
import io.likewire.auth.store.SqlAccounts;
import io.likewire.auth.store.SqlKeys;
import io.likewire.auth.store.SqlLoginThrottle;
import io.likewire.auth.store.SqlPurge;
import io.likewire.auth.store.SqlSessions;
import io.likewire.contracts.auth.AuthEndpoint;
import io.likewire.contracts.auth.TokenTrust;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.launch.BusDeregistration;
import io.likewire.platform.launch.Node;
import io.likewire.platform.recovery.IdFloorTask;
import io.likewire.platform.telemetry.BusMetrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.function.Supplier;

/** Owns users, passwords and roles; issues tokens. */
public final class AuthVerticle extends VerticleBase {
    private static final int POOL_SIZE = 5;

    private final AuthConfig config;
    private final Node node;
    private Pool pool;
    private KeyRing keys;
    private RepeatedTask purge;
    private IdFloorTask numbers;
    private FirstAdministrator administrator;
    private BusEndpoint endpoint;

    public AuthVerticle(AuthConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate("db/auth").compose(migrated -> open(database));
    }

    private Future<Void> open(Database database) {
        pool = database.pool("auth", POOL_SIZE);
        node.health().vital("database", database::reachable);
        Transactions transactions = new Transactions(pool);
        purge = new SqlPurge(transactions).start(vertx);
        keys = new KeyRing(vertx, config.keys(), config.keysReadEvery(), new SqlKeys(transactions));
        KeyOperations.mount(node.operations(), keys, vertx);
        AccountStore accounts = new SqlAccounts(transactions);
        // No new account gets the number of one that a restored database has forgotten: its likes would be the
        // newcomer's.
        numbers = new IdFloorTask(vertx, this::highestKnown, accounts::keepNumbersAbove);
        Passwords passwords = new ArgonPasswords(vertx, node.metrics());
        administrator = new FirstAdministrator(vertx, accounts, passwords, config.administrator(), System.out::println);
        return keys.open()
                .compose(opened -> numbers.start())
                .compose(fresh -> administrator.require())
                .compose(there -> serve(accounts, passwords, transactions));
    }

    private Future<Void> serve(AccountStore accounts, Passwords passwords, Transactions transactions) {
        SessionStore store = new SqlSessions(transactions);
        AuthMetrics metrics = new AuthMetrics(node.metrics());
        Supplier<Future<Void>> withdrawn = new RevocationPublisher(vertx, store)::tell;
        SessionOperations.mount(node.operations(), store, withdrawn, vertx);
        Sessions sessions = new Sessions(
                accounts,
                store,
                new SqlLoginThrottle(transactions),
                passwords,
                new TokenSigner(vertx, keys, config.tokenSeconds()),
                withdrawn,
                metrics);
        Auth auth = new Auth(
                accounts,
                passwords,
                sessions,
                () -> store.withdrawn().map(ended -> new TokenTrust(keys.published(), ended)),
                node.health()::report,
                withdrawn,
                metrics,
                administrator::loggedIn);
        endpoint = AuthEndpoint.open(vertx, auth, new BusMetrics(node.metrics()));
        return endpoint.registered();
    }

    private Future<Long> highestKnown() {
        return new LikesClient(vertx).highestAccount(Call.question(Duration.ofSeconds(1)));
    }

    @Override
    public Future<?> stop() {
        purge.stop();
        keys.stop();
        numbers.stop();
        return BusDeregistration.of(endpoint, Addresses.AUTH, vertx).eventually(pool::close);
    }
}
