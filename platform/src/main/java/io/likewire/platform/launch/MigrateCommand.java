package io.likewire.platform.launch;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.launch.Service.Schema;
import io.vertx.core.Vertx;
import java.util.Map;

/**
 * The command {@code migrate}: brings a service's database to this release's schema and ends, so that the service itself
 * needs no account that may change tables. It reads the settings of the database and of the log, and no others.
 */
final class MigrateCommand {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_MISCONFIGURED = 2;

    private MigrateCommand() {}

    static boolean isMeant(Service service, String... arguments) {
        return service.schema().isPresent() && String.join(" ", arguments).equals("migrate");
    }

    /** @return the exit code */
    static int run(Service service, Map<String, String> variables) {
        Schema schema = service.schema().orElseThrow();
        Vertx vertx = Vertx.vertx();
        try {
            Environment environment = Environment.read(variables);
            LogSettings.read(environment);
            DatabaseOptions options = DatabaseOptions.forMigrations(environment, schema.variable());
            new Database(vertx, options).migrate(schema.location()).await();
            System.out.println("The database of " + service.name() + " has the tables of this release");
            return 0;
        } catch (ConfigException e) {
            return complain(e, EXIT_MISCONFIGURED);
        } catch (RuntimeException e) {
            return complain(e, EXIT_FAILED);
        } finally {
            vertx.close().await();
        }
    }

    private static int complain(RuntimeException failure, int code) {
        System.err.println("likewire: " + failure.getMessage());
        return code;
    }
}
