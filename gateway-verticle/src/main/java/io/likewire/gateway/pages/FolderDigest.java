package io.likewire.gateway.pages;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short digest of all files of a folder on the class path: the same on each node of a release. */
final class FolderDigest {
    static final int LENGTH = 12;

    private FolderDigest() {}

    static String of(String folder) {
        try {
            URL home = FolderDigest.class.getClassLoader().getResource(folder + "/index.html");
            if (home.openConnection() instanceof JarURLConnection inJar) {
                URI file = inJar.getJarFileURL().toURI();
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(file))) {
                    return digest(jar.getPath(folder));
                }
            }
            return digest(Path.of(home.toURI()).getParent());
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected a folder " + folder + " on the class path", e);
        }
    }

    private static String digest(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files(folder)) {
            digest.update(name(folder, file).getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> name(folder, file)))
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString();
    }
}
