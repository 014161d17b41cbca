package io.likewire.platform.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/**
 * Asks the management port of the service beside it whether it is ready, for images without a tool that could: the exit code
 * is 0 or 1. Stands on nothing but the JDK, so that it starts in a moment.
 */
public final class ReadyCheck {
    private static final int PATIENCE_MS = 3_000;

    private ReadyCheck() {}

    public static void main(String... arguments) {
        System.exit(isReady(System.getenv()) ? 0 : 1);
    }

    /** @param environment that of the service; {@code MANAGEMENT_PORT} has to be in it */
    static boolean isReady(Map<String, String> environment) {
        try {
            String host = OwnAddress.of("MANAGEMENT_HOST", environment.getOrDefault("MANAGEMENT_HOST", "127.0.0.1"));
            int port = Integer.parseInt(environment.getOrDefault("MANAGEMENT_PORT", ""));
            HttpURLConnection question =
                    (HttpURLConnection) new URL("http", host, port, "/health/ready").openConnection();
            question.setConnectTimeout(PATIENCE_MS);
            question.setReadTimeout(PATIENCE_MS);
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | RuntimeException e) {
            System.err.println("not ready: " + e.getMessage());
            return false;
        }
    }
}
