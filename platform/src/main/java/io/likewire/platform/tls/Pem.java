package io.likewire.platform.tls;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files in PEM form that settings name. */
final class Pem {
    private Pem() {}

    static Optional<Path> readable(Environment environment, String name) {
        Optional<Path> file = environment.path(name);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new ConfigException(name + ": can't read '" + file.get() + "'");
        }
        return file;
    }
}
