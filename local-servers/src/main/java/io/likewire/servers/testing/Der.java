package io.likewire.servers.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** As much of ASN.1's binary form as a certificate needs. */
final class Der {
    private static final int LONG_FORM = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    static byte[] bits(byte[] content) {
        return tagged(0x03, new byte[] {0}, content);
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {-1});
    }

    static byte[] number(byte[] twosComplement) {
        return tagged(0x02, twosComplement);
    }

    /** @param hex the identifier's own encoding */
    static byte[] identifier(String hex) {
        return tagged(0x06, HexFormat.of().parseHex(hex));
    }

    /** @param time {@code yyMMddHHmmssZ} */
    static byte[] time(String time) {
        return tagged(0x17, time.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        byte[] length = BigInteger.valueOf(content.size()).toByteArray();
        boolean isLong = content.size() >= LONG_FORM;
        int sign = isLong && length[0] == 0 ? 1 : 0;
        if (isLong) {
            whole.write(LONG_FORM + length.length - sign);
        }
        whole.write(length, sign, length.length - sign);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
