package io.likewire.gateway.live;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Opens a WebSocket, registers and then reads nothing. */
final class DeafBrowser {
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int MASKED = 0x80;
    private static final String RAW = "/eventbus/websocket";
    private final Socket socket = new Socket();
    private final boolean framed;

    DeafBrowser(int port) throws IOException {
        this(port, RAW);
    }

    /** @param path of either transport: the framed one wraps what is said */
    DeafBrowser(int port, String path) throws IOException {
        framed = !path.equals(RAW);
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(1_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        skipHead(socket.getInputStream());
    }

    Socket register(String address) throws IOException {
        say("{\"type\":\"register\",\"address\":\"" + address + "\"}");
        return socket;
    }

    /** Says something; false once the other side has hung up. */
    boolean canTalk() {
        try {
            say("{\"type\":\"ping\"}");
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    private void say(String message) throws IOException {
        String frame = framed ? "[\"" + message.replace("\"", "\\\"") + "\"]" : message;
        byte[] text = frame.getBytes(StandardCharsets.US_ASCII);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(FINAL_TEXT);
        out.write(MASKED | text.length);
        out.writeInt(0);
        out.write(text);
        out.flush();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void skipHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }
}
