package io.likewire.platform.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read (mode 600), for keys and passwords that a process makes for itself. */
public final class SecretFile {
    private SecretFile() {}

    /** Writes the file as a whole and to the disk: whenever the process ends, the old content or the new one is there. */
    public static void write(Path file, String content) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp", ownerOnly(target));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether it is a file of its own that belongs to this process's user, and nobody else may read or write it. */
    public static boolean isOursOnly(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !isPosix(file)
                || isOurs(file)
                        && PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                .endsWith("------");
    }

    /** A user may have no name here, so it is the owner of a new file. */
    private static boolean isOurs(Path file) throws IOException {
        Path own = Files.createTempFile(file.toAbsolutePath().getParent(), ".owner", ".tmp", ownerOnly(file));
        try {
            return Files.getOwner(own).equals(Files.getOwner(file));
        } finally {
            Files.delete(own);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
