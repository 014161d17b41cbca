package io.likewire.gateway.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The head of an answer as it came over the wire, to a request that is written as it is. */
record RawAnswerHead(int status, String text) {
    private static final int PATIENCE_MS = 10_000;

    /**
     * @param start method and target
     * @param headers whole lines, but for the last one's end
     */
    static RawAnswerHead of(int port, String start, String headers) throws IOException {
        return of(port, start + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n\r\n");
    }

    static RawAnswerHead of(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String head = head(new BufferedInputStream(socket.getInputStream()));
            return new RawAnswerHead(Integer.parseInt(head.split(" ")[1]), head);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            last = last << 8 | b;
            if (last == 0x0d0a0d0a) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
