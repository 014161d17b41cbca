package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret that all gateways of this test run share. */
final class VisitorKey {
    static final Path FILE = write();

    private VisitorKey() {}

    private static Path write() {
        try {
            Path file = Files.createTempFile("likewire-visitor-key", null);
            file.toFile().deleteOnExit();
            return Files.writeString(file, "a secret of 32 bytes or more, for tests only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
