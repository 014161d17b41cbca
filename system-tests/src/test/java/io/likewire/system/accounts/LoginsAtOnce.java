package io.likewire.system.accounts;

import io.likewire.system.rig.AccountSettings;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Many who log in at the same moment, each on a connection of its own. All this does is to write bytes made before and to
 * read some, so that what is measured beside it is not this client's work.
 */
final class LoginsAtOnce implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private final URI gateway;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<byte[]> requests = new ArrayList<>();

    LoginsAtOnce(URI gateway, int logins) {
        this.gateway = gateway;
        for (int i = 0; i < logins; i++) {
            requests.add(request());
        }
    }

    /** How many were answered how. */
    Map<Integer, Integer> go() {
        try {
            for (byte[] request : requests) {
                Socket socket = new Socket(gateway.getHost(), gateway.getPort());
                sockets.add(socket);
                socket.setSoTimeout(PATIENCE_MS);
                socket.getOutputStream().write(request);
            }
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Socket socket : sockets) {
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                statuses.merge(Integer.parseInt(answer.readLine().split(" ")[1]), 1, Integer::sum);
            }
            return statuses;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A name of its own each time: attempts with one name end soon. */
    private static byte[] request() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 13);
        Buffer body = Browser.credentials(name, AccountSettings.PASSWORD).toBuffer();
        String head = "POST /api/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        return Buffer.buffer(head.getBytes(StandardCharsets.US_ASCII))
                .appendBuffer(body)
                .getBytes();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
