package io.likewire.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a MariaDB or MySQL server: durable, small, on the loopback interface, nothing from the machine's files. */
final class MariaDbOptions {
    private MariaDbOptions() {}

    static List<String> common(MariaDbBinaries binaries, Path data) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--tmpdir=" + data,
                "--performance-schema=OFF",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M"));
        command.addAll(binaries.isMySql() ? mySql() : mariaDb(binaries));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static List<String> mariaDb(MariaDbBinaries binaries) {
        return List.of(
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--skip-ssl",
                "--innodb-log-file-size=16M",
                "--log-warnings=1");
    }

    private static List<String> mySql() {
        return List.of("--mysqlx=OFF", "--disable-log-bin", "--secure-file-priv=NULL", "--log-error-verbosity=1");
    }

    static List<String> serving(MariaDbBinaries binaries, Path data, int port, Path initFile) {
        List<String> command = common(binaries, data);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=",
                "--skip-name-resolve",
                "--init-file=" + initFile,
                "--pid-file=" + data.resolve("server.pid"),
                "--max-connections=200",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci"));
        return command;
    }

    /** What went wrong according to the server's log, in one line. */
    static String lastErrors(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> errors = lines.filter(line -> line.contains("ERROR"))
                    .filter(line -> !line.endsWith("Aborting"))
                    .map(line -> line.replaceFirst("^.*\\[ERROR] ", ""))
                    .toList();
            return errors.isEmpty() ? "see " + log : String.join("; ", errors.subList(0, Math.min(2, errors.size())));
        } catch (IOException e) {
            return "no log at " + log;
        }
    }
}
