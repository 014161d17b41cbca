package io.likewire.platform.telemetry;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * Where spans go, and of how many requests.
 *
 * @param endpoint {@code OTEL_EXPORTER_OTLP_ENDPOINT}: base address of an OTLP receiver over HTTP; empty: tracing is off
 * @param share {@code OTEL_TRACES_SAMPLER_ARG}: of the requests that come in, 0 to 1
 */
public record TracingOptions(Optional<URI> endpoint, double share) {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String SHARE = "OTEL_TRACES_SAMPLER_ARG";
    private static final String USUAL_SHARE = "0.1";

    public static TracingOptions from(Environment environment) {
        return new TracingOptions(
                environment.text(ENDPOINT).map(TracingOptions::endpoint), share(environment.text(SHARE, USUAL_SHARE)));
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // the sentence below says it
        }
        if (text.matches("https?://[^/]*_.*")) {
            throw new ConfigException(ENDPOINT + ": spans can't be sent to a host name with an underscore; give the"
                    + " receiver another name, but got '" + text + "'");
        }
        throw new ConfigException(ENDPOINT + ": expected http[s]://host:port, but got '" + text + "'");
    }

    private static double share(String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new ConfigException(SHARE + ": expected a number from 0 to 1, but got '" + text + "'");
    }
}
