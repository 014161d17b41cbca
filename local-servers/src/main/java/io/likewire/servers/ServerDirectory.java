package io.likewire.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The directory of one server, held by one process at a time: the kernel drops the lock even after a kill -9. */
record ServerDirectory(Path path, RandomAccessFile lockFile) implements AutoCloseable {
    static ServerDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            return new ServerDirectory(path, lock(path));
        } catch (IOException e) {
            throw new ServerStartException(
                    "Cannot write to " + path + " (" + e + "): make it writable or choose another directory", e);
        }
    }

    private static RandomAccessFile lock(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // answered below
        }
        file.close();
        throw new ServerStartException(
                path + " is in use by another running instance: stop that one first or choose another directory");
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A random password, made once and kept in a file that only the owner may read. */
    String password() {
        Path file = path.resolve("password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            writePrivate(file, password);
            return password;
        } catch (IOException e) {
            throw new ServerStartException("Cannot keep a password in " + file + " (" + e + ")", e);
        }
    }

    /** Writes the file whole or not at all, for the owner's eyes only. */
    static void writePrivate(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
