package io.likewire.contracts.bus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Who likes: 16 bytes. A visitor's random UUID, or eight zero bytes and the number of an account. The two can't meet: a
 * random UUID has its version bits in the first eight bytes.
 */
public final class Liker {
    private static final HexFormat HEX = HexFormat.of();
    private final byte[] bytes;

    private Liker(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Liker visitor(UUID id) {
        return new Liker(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public static Liker account(long number) {
        return new Liker(ByteBuffer.allocate(16).putLong(0).putLong(number).array());
    }

    /** The number of its account; 0 for a visitor. */
    public long account() {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return halves.getLong() == 0 ? halves.getLong() : 0;
    }

    /** @throws IllegalArgumentException unless {@code hex} has 32 hexadecimal digits */
    public static Liker parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("Expected 32 hexadecimal digits, but got " + hex.length());
        }
        return new Liker(HEX.parseHex(hex));
    }

    /** @throws IllegalArgumentException unless there are 16 bytes */
    public static Liker of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("Expected 16 bytes, but got " + bytes.length);
        }
        return new Liker(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The wire form: 32 hexadecimal digits. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Liker liker && Arrays.equals(bytes, liker.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
