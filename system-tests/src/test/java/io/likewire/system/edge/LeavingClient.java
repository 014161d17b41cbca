package io.likewire.system.edge;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A caller as a load balancer is: keeps one connection, and goes to the other gateway when a connection is refused or an
 * answer was the last one of its connection. Repeats nothing.
 */
final class LeavingClient implements Caller {
    private static final int PATIENCE_MS = 20_000;
    private final List<URI> gateways;
    private int current;
    private Socket socket;
    private InputStream in;

    LeavingClient(List<URI> gateways, int first) {
        this.gateways = gateways;
        this.current = first;
    }

    @Override
    public int send(String method, String path, String token) throws IOException {
        if (socket == null) {
            connect();
        }
        String request = method + " " + path + " HTTP/1.1\r\nHost: likewire\r\nAuthorization: Bearer " + token
                + "\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private void connect() throws IOException {
        for (int tries = 1; ; tries++) {
            URI gateway = gateways.get(current % gateways.size());
            Socket fresh = new Socket();
            try {
                fresh.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE_MS);
                fresh.setSoTimeout(PATIENCE_MS);
                fresh.setTcpNoDelay(true);
                socket = fresh;
                in = new BufferedInputStream(fresh.getInputStream());
                return;
            } catch (ConnectException refused) {
                fresh.close();
                current++;
                if (tries == gateways.size()) {
                    throw refused;
                }
            }
        }
    }

    private int answer() throws IOException {
        String status = line();
        int length = 0;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
        }
        in.readNBytes(length);
        if (last) {
            hangUp();
            current++;
        }
        return Integer.parseInt(status.split(" ")[1]);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("cut after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        hangUp();
    }

    @Override
    public void hangUp() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
