package io.likewire.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes the data directory of a new MariaDB server: system tables, and no account at all. */
final class MariaDbDataDirectory {
    private static final String BEGIN = """
            CREATE DATABASE IF NOT EXISTS mysql;
            USE mysql;
            SET @skip_auth_anonymous=1;
            SET @auth_root_socket=NULL;
            """;
    private static final String END = """

            DELETE FROM global_priv WHERE user IN ('', 'root', 'mysql');
            DELETE FROM proxies_priv;
            """;

    private MariaDbDataDirectory() {}

    /** The scripts that make the system tables, in their order; old and new names. */
    static List<Path> scripts(Path share) {
        return Stream.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")
                .flatMap(name -> Stream.of("mariadb_" + name, "mysql_" + name)
                        .map(share::resolve)
                        .filter(Files::exists)
                        .limit(1))
                .toList();
    }

    /** The directory gets its final name only when it is complete. */
    static void install(MariaDbBinaries binaries, Path data) throws IOException {
        Path draft = data.resolveSibling("data.partial");
        Path log = data.resolveSibling("install.log");
        ServerDirectory.delete(draft);
        Files.createDirectories(draft);
        List<String> command = new ArrayList<>(MariaDbOptions.common(binaries, draft));
        command.add(binaries.isMySql() ? "--initialize-insecure" : "--bootstrap");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!binaries.isMySql()) {
            feed(process, binaries.share());
        }
        if (!exitsWell(process)) {
            throw new ServerStartException(
                    "MariaDB could not make its data directory " + data + ": " + MariaDbOptions.lastErrors(log));
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(log);
    }

    private static void feed(Process process, Path share) {
        try (var in = process.getOutputStream()) {
            in.write(BEGIN.getBytes(StandardCharsets.UTF_8));
            for (Path script : scripts(share)) {
                Files.copy(script, in);
                in.write('\n');
            }
            in.write(END.getBytes(StandardCharsets.UTF_8));
        } catch (IOException serverEnded) {
            // its exit code and its log tell why
        }
    }

    private static boolean exitsWell(Process process) {
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
