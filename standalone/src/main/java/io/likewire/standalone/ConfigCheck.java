package io.likewire.standalone;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.LogSettings;
import io.likewire.platform.launch.Service;
import io.likewire.platform.management.ManagementOptions;
import io.likewire.platform.telemetry.TracingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads every setting as a start would, but starts nothing and leaves nothing behind. */
final class ConfigCheck {
    private ConfigCheck() {}

    static void of(Environment given, List<Service> services) {
        LogSettings.read(given);
        Ports.requireFree(given);
        EmbeddedServers.requireSeparate(given);
        requireWritable(Path.of(given.text("DATA_DIR", "data")).toAbsolutePath());
        try {
            Path folder = Files.createTempDirectory("likewire-keys");
            try {
                Environment complete = GeneratedSecrets.complete(EmbeddedServers.standIns(given), folder);
                services.forEach(service -> service.configure().apply(complete));
                ManagementOptions.from(complete, Ports.MANAGEMENT_DEFAULT);
                TracingOptions.from(complete);
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

    /** It is made by a start, and so are the folders above it. */
    private static void requireWritable(Path data) {
        Path there = data;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new ConfigException("DATA_DIR: can't write " + data);
        }
    }
}
