package io.likewire.platform.config;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in the secret that {@code AWS_SECRET_ID} names. Whatever is wrong with it, the other sources are used: the
 * process starts, or ends with the line that names the missing setting.
 */
final class AwsSecretSource {
    static final String ID = "AWS_SECRET_ID";
    private static final Logger LOG = LoggerFactory.getLogger(AwsSecretSource.class);

    /** Above the SDK's own limits: looking for credentials is not among them. */
    private static final int PATIENCE_S = 15;

    private AwsSecretSource() {}

    static Map<String, String> of(Map<String, String> environment) {
        String id = environment.getOrDefault(ID, "").strip();
        if (id.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, String> values = ask(id, environment);
            LOG.info("from the secret '{}': {}", id, values.keySet());
            return values;
        } catch (SecretUnavailable unavailable) {
            LOG.warn(
                    "{}: the secret '{}' is not available ({}): settings come from *_FILE and the environment",
                    ID,
                    id,
                    unavailable.getMessage());
            return Map.of();
        }
    }

    private static Map<String, String> ask(String id, Map<String, String> environment) throws SecretUnavailable {
        FutureTask<Map<String, String>> answer = new FutureTask<>(() -> AwsSecret.read(id, environment));
        Thread asking = new Thread(answer, "likewire-secret");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new SecretUnavailable("no answer within " + PATIENCE_S + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretUnavailable("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SecretUnavailable known
                    ? known
                    : new SecretUnavailable(e.getCause().toString());
        }
    }
}
