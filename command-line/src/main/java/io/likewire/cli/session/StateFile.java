package io.likewire.cli.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** What is remembered of one server, for nobody else's eyes. */
public final class StateFile {
    private final Path folder;
    private final Path file;

    private StateFile(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name + ".json");
    }

    /** Each server has its own: a token never goes to another one. */
    public static StateFile of(Path folder, URI server) {
        String name = server.toString().replaceAll("/+$", "").replace('_', '~');
        return new StateFile(folder, name.replaceAll("[^A-Za-z0-9.~-]+", "_"));
    }

    /** Empty when there is nothing, or nothing that can be read. */
    public ObjectNode read() {
        try {
            return Files.exists(file) && Json.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode state
                    ? state
                    : Json.object();
        } catch (IOException e) {
            return Json.object();
        }
    }

    public void write(ObjectNode state) {
        try {
            Files.createDirectories(folder, mode("rwx------"));
            Path written = Files.createTempFile(folder, "state", ".tmp", mode("rw-------"));
            Files.writeString(written, state.toString());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }

    /** One process at a time: what refreshes a session is good once. */
    <T> T alone(Supplier<T> work) {
        try {
            Files.createDirectories(folder, mode("rwx------"));
            Path lock = folder.resolve("lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return held.isValid() ? work.get() : null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't lock " + folder, e);
        }
    }

    private FileAttribute<?>[] mode(String mode) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
