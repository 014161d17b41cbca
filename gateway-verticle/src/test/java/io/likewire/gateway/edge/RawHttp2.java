package io.likewire.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection whose frames are written by hand, and which reads only when it is told to. */
final class RawHttp2 implements AutoCloseable {
    static final int RST_STREAM = 3;
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int INITIAL_WINDOW = 4;
    private static final int END_STREAM_AND_HEADERS = 5;
    private static final int FRAME_HEAD = 9;
    private static final int SMALL_BUFFER = 4_096;

    // of HPACK's static table
    private static final byte AUTHORITY = 0x01;
    private static final byte PATH = 0x04;
    private static final int GET = 0x82;
    private static final int HTTPS = 0x87;
    private static final byte METHOD = 0x02;

    private final SSLSocket socket;
    private int stream = -1;

    /** @param window how much of each answer may be sent before it is asked for */
    RawHttp2(TestCertificate certificate, int port, int window) throws Exception {
        Socket plain = new Socket();
        plain.setReceiveBufferSize(SMALL_BUFFER);
        plain.connect(new InetSocketAddress("127.0.0.1", port));
        socket = (SSLSocket) certificate.context().getSocketFactory().createSocket(plain, "localhost", port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        frame(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6)
                        .putShort((short) INITIAL_WINDOW)
                        .putInt(window)
                        .array());
    }

    /** False once the other side has hung up. */
    boolean asks(String method, String path) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        if (method.equals("GET")) {
            head.write(GET);
        } else {
            literal(head, METHOD, method);
        }
        head.write(HTTPS);
        literal(head, PATH, path);
        literal(head, AUTHORITY, "localhost");
        stream += 2;
        try {
            frame(HEADERS, END_STREAM_AND_HEADERS, stream, head.toByteArray());
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Reads until a frame of this type comes; false when the other side hangs up before. */
    boolean hears(int type) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int heard = in.readUnsignedByte();
                in.skipNBytes(FRAME_HEAD - 4 + length);
                if (heard == type) {
                    return true;
                }
            }
        } catch (SocketTimeoutException silent) {
            throw new UncheckedIOException(silent);
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static void literal(ByteArrayOutputStream head, byte name, String value) {
        head.write(name);
        head.write(value.length());
        head.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + payload.length);
        frame.put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload);
        socket.getOutputStream().write(frame.array());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
