package io.likewire.system.contract;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests that a proper HTTP client would refuse to send; one connection for each. */
record Wire(URI gateway) {
    private static final int PATIENCE_MS = 30_000;

    /** @throws java.net.SocketTimeoutException when nothing comes for half a minute */
    RawAnswer send(RawRequest request) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request.bytes());
            } catch (SocketException refusedWhileSending) {
                // the answer is there already
            }
            return read(new BufferedInputStream(socket.getInputStream()), request.method());
        }
    }

    private static RawAnswer read(InputStream in, String method) throws IOException {
        String status = line(in);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1].strip());
        }
        RawAnswer head = new RawAnswer(Integer.parseInt(status.split(" ")[1]), headers, new byte[0]);
        if (head.status() == 100) {
            return read(in, method);
        }
        boolean bodyless = method.equals("HEAD") || head.status() == 204 || head.status() == 304 || head.isStream();
        return bodyless ? head : new RawAnswer(head.status(), headers, body(in, head));
    }

    private static byte[] body(InputStream in, RawAnswer head) throws IOException {
        if ("chunked".equals(head.header("transfer-encoding"))) {
            return chunks(in);
        }
        String length = head.header("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new SocketException("Expected an answer, but the connection ended");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
