package io.likewire.standalone;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads every setting as a start would, but starts nothing and leaves nothing behind. */
final class ConfigCheck {
    private ConfigCheck() {}

    static void of(Environment given, List<Service> services) {
        ConsoleLog.check(given);
        Ports.requireFree(given);
        given.text("DATA_DIR", "data");
        try {
            Path folder = Files.createTempDirectory("likewire-keys");
            try {
                Environment complete = GeneratedSecrets.in(folder).complete(EmbeddedServers.standIns(given));
                services.forEach(service -> service.configure().apply(complete));
            } finally {
                try (var files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ConfigException("java.io.tmpdir: can't write there: " + e.getMessage());
        }
    }
}
