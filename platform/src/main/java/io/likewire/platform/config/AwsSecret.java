package io.likewire.platform.config;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * A JSON object NAME -> value in AWS Secrets Manager. The only class that knows the SDK, and only loaded when a secret is
 * named: the SDK costs a process that does not use it nothing but the space of its files.
 */
final class AwsSecret {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(8);

    private AwsSecret() {}

    /** Asks once, with two more attempts where it helps; eight seconds at most. Blocks. */
    static Map<String, String> read(String id, Map<String, String> environment) throws SecretUnavailable {
        try (SecretsManagerClient client = client(environment)) {
            String text = client.getSecretValue(request -> request.secretId(id)).secretString();
            if (text == null) {
                throw new SecretUnavailable("it has bytes and no text");
            }
            return parse(text);
        } catch (AwsServiceException refused) {
            throw new SecretUnavailable(reason(refused));
        } catch (SdkException unreachable) {
            throw new SecretUnavailable(deepest(unreachable));
        }
    }

    private static SecretsManagerClient client(Map<String, String> environment) {
        SecretsManagerClientBuilder builder = SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(settings -> settings.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS)
                        .retryStrategy(RetryMode.STANDARD));
        Optional.ofNullable(environment.get("AWS_REGION")).map(Region::of).ifPresent(builder::region);
        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))
                .map(URI::create)
                .ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Says nothing of the text: it is a secret, also where it is malformed. */
    private static Map<String, String> parse(String text) throws SecretUnavailable {
        Map<String, String> values = new TreeMap<>();
        try {
            new JsonObject(text).forEach(entry -> {
                if (entry.getValue() != null) {
                    values.put(entry.getKey(), entry.getValue().toString());
                }
            });
        } catch (DecodeException | ClassCastException e) {
            throw new SecretUnavailable("it is not a JSON object");
        }
        return values;
    }

    private static String reason(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? "HTTP status " + refused.statusCode()
                : refused.awsErrorDetails().errorCode() + ", HTTP status " + refused.statusCode();
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
