package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @Test
    void onlyItsOwnerReadsItAndItIsReplacedAsAWhole(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("new/secret");

        SecretFile.write(file, "first");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SecretFile.write(file, "second");

        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void whatOthersMayReadOrHaveMadeIsNotOursOnly(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("secret");
        SecretFile.write(file, "ours");
        assertThat(SecretFile.isOursOnly(file)).isTrue();
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        assertThat(SecretFile.isOursOnly(link)).isFalse();
        if ("root".equals(Files.getOwner(file).getName())) {
            // nobody else can give a file away
            Files.setAttribute(file, "unix:uid", 65_534);
            assertThat(SecretFile.isOursOnly(file)).isFalse();
            Files.setAttribute(file, "unix:uid", 0);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(SecretFile.isOursOnly(file)).isFalse();
    }
}
