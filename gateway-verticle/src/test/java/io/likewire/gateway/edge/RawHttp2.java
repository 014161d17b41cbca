package io.likewire.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int PING = 6;
    static final int HEADER_TABLE_SIZE = 1;
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int SETTINGS = 4;
    private static final int INITIAL_WINDOW = 4;
    private static final int END_STREAM = 1;
    private static final int ACKNOWLEDGED = 1;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;
    private static final int END_HEADERS = 4;
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
    RawHttp2(int port, int window) throws Exception {
        Socket plain = new Socket();
        plain.setReceiveBufferSize(SMALL_BUFFER);
        plain.connect(new InetSocketAddress("127.0.0.1", port));
        socket = (SSLSocket) TestCertificate.context().getSocketFactory().createSocket(plain, "localhost", port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        sets(INITIAL_WINDOW, window);
    }

    void sets(int setting, int value) throws IOException {
        frame(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6).putShort((short) setting).putInt(value).array());
    }

    /** False once the other side has hung up. */
    boolean asks(String method, String path) {
        return opens(method, path, END_STREAM | END_HEADERS);
    }

    /** A request of these fields, name after name, as they are. */
    void sends(String... fields) throws IOException {
        opens(END_STREAM | END_HEADERS, fields);
    }

    /** The same, but a body follows. */
    void begins(String... fields) throws IOException {
        opens(END_HEADERS, fields);
    }

    private void opens(int flags, String... fields) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            head.write(0);
            text(head, fields[i]);
            text(head, fields[i + 1]);
        }
        stream += 2;
        frame(HEADERS, flags, stream, head.toByteArray());
    }

    /** A request whose body follows. */
    boolean begins(String method, String path) {
        return opens(method, path, END_HEADERS);
    }

    /** A part of the body of the last request. */
    void sends(byte[] part) throws IOException {
        frame(DATA, 0, stream, part);
    }

    /** Answers a ping. */
    void acknowledges(Frame ping) throws IOException {
        frame(PING, ACKNOWLEDGED, 0, ping.payload());
    }

    private boolean opens(String method, String path, int flags) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        if (method.equals("GET")) {
            head.write(GET);
        } else {
            literal(head, METHOD, method);
        }
        if (!method.equals("CONNECT")) {
            head.write(HTTPS);
            literal(head, PATH, path);
        }
        literal(head, AUTHORITY, "localhost");
        stream += 2;
        try {
            frame(HEADERS, flags, stream, head.toByteArray());
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Reads until a frame of this type comes; false when the other side hangs up before. */
    boolean hears(int type) {
        Frame frame = next();
        while (frame != null && frame.type != type) {
            frame = next();
        }
        return frame != null;
    }

    /** Null when the other side has hung up. */
    Frame next() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            return new Frame(type, flags, in.readInt(), in.readNBytes(length));
        } catch (SocketTimeoutException silent) {
            throw new UncheckedIOException(silent);
        } catch (IOException hungUp) {
            return null;
        }
    }

    record Frame(int type, int flags, int stream, byte[] payload) {
        boolean isPing() {
            return type == PING && (flags & ACKNOWLEDGED) == 0;
        }

        boolean ends() {
            return (flags & END_STREAM) != 0;
        }

        /** Without what it says of the stream's priority. */
        ByteBuf fields() {
            int start = (flags & PRIORITY) == 0 ? 0 : PRIORITY_BYTES;
            return Unpooled.wrappedBuffer(payload, start, payload.length - start);
        }
    }

    private static void literal(ByteArrayOutputStream head, byte name, String value) {
        head.write(name);
        text(head, value);
    }

    private static void text(ByteArrayOutputStream head, String text) {
        head.write(text.length());
        head.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
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
