package io.likewire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrimmedExecutableTest {
    private static final int LOADED = 10_000;

    @TempDir
    private Path directory;

    @Test
    void whatIsBehindTheLoadedPartIsDropped() throws IOException {
        final byte[] original = elf(30_000);
        final byte[] trimmed = copy(original);
        assertThat(trimmed).hasSize(LOADED).endsWith(Arrays.copyOfRange(original, LOADED - 100, LOADED));
        assertThat(ByteBuffer.wrap(trimmed).getLong(0x28)).as("section headers").isZero();
    }

    @Test
    void otherFilesAreCopiedAsTheyAre() throws IOException {
        final byte[] script = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
        assertThat(copy(script)).isEqualTo(script);
        final byte[] foreign = new byte[20_000];
        Arrays.fill(foreign, (byte) 7);
        assertThat(copy(foreign)).isEqualTo(foreign);
    }

    private byte[] copy(final byte[] original) throws IOException {
        final Path target = directory.resolve("copy");
        TrimmedExecutable.copy(new ByteArrayInputStream(original), target);
        return Files.readAllBytes(target);
    }

    /** One segment of the first 10,000 bytes, section headers at the end. */
    private static byte[] elf(final int size) {
        final ByteBuffer elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            elf.put(i, (byte) i);
        }
        elf.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
        elf.putLong(0x20, 64).putLong(0x28, size - 64L);
        elf.putShort(0x36, (short) 56).putShort(0x38, (short) 1).putShort(0x3a, (short) 64);
        elf.putLong(64 + 0x08, 0).putLong(64 + 0x20, LOADED);
        return elf.array();
    }
}
