package io.likewire.contracts.bus;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Who likes: 16 bytes. A visitor's random UUID, or eight zero bytes and the number of an account. The two can't meet: a
 * random UUID has its version bits in the first eight bytes.
 *
 * @param first the first eight bytes
 * @param last the last eight bytes
 */
public record Liker(long first, long last) {
    private static final HexFormat HEX = HexFormat.of();

    public static Liker visitor(UUID id) {
        return new Liker(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    public static Liker account(long number) {
        return new Liker(0, number);
    }

    /** The number of its account; 0 for a visitor. */
    public long account() {
        return first == 0 ? last : 0;
    }

    /** @throws IllegalArgumentException unless {@code hex} has 32 hexadecimal digits */
    public static Liker parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("Expected 32 hexadecimal digits, but got " + hex.length());
        }
        return new Liker(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    /** @throws IllegalArgumentException unless there are 16 bytes */
    public static Liker of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("Expected 16 bytes, but got " + bytes.length);
        }
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new Liker(halves.getLong(), halves.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(first).putLong(last).array();
    }

    /** The wire form: 32 hexadecimal digits. */
    @Override
    public String toString() {
        return HEX.toHexDigits(first) + HEX.toHexDigits(last);
    }
}
