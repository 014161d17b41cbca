package io.likewire.platform.launch;

import io.likewire.platform.config.OwnAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Asks the management port of the service beside it whether it is ready, for images without a tool that could: the exit code
 * is 0 or 1. It is asked for again and again, so it stands on a plain socket, and on nothing that takes long to load.
 */
public final class ReadyCheck {
    private static final int PATIENCE_MS = 3_000;
    private static final String YES = "HTTP/1.0 200";

    private ReadyCheck() {}

    public static void main(String... arguments) {
        System.exit(isReady(System.getenv()) ? 0 : 1);
    }

    /** @param environment that of the service; {@code MANAGEMENT_PORT} has to be in it */
    static boolean isReady(Map<String, String> environment) {
        try (Socket socket = new Socket()) {
            String host = OwnAddress.of("MANAGEMENT_HOST", environment.getOrDefault("MANAGEMENT_HOST", "127.0.0.1"));
            int port = Integer.parseInt(environment.getOrDefault("MANAGEMENT_PORT", ""));
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            String question =
                    "GET /health/ready HTTP/1.0\r\nHost: ".concat(host).concat("\r\n\r\n");
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(YES.length());
            return answer.length == YES.length() && new String(answer, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException | RuntimeException e) {
            System.err.println("not ready: " + e.getMessage());
            return false;
        }
    }
}
