package io.likewire.platform.broker;

import io.likewire.platform.tls.Authority;
import io.likewire.platform.tls.VerifiedServer;
import io.vertx.core.net.TrustOptions;
import io.vertx.rabbitmq.RabbitMQOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** TLS to the broker. Given an {@code amqps} URI and no more, the client encrypts and believes everybody. */
public final class BrokerTls {
    private static final String FILE = "cacertfile=";

    private BrokerTls() {}

    /** The same URI with the authority in it, as RabbitMQ's own clients write it. */
    public static URI with(URI uri, Path authority) {
        return "amqps".equals(uri.getScheme())
                ? URI.create(uri + "?" + FILE + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8))
                : uri;
    }

    static RabbitMQOptions options(URI uri) {
        RabbitMQOptions options = new RabbitMQOptions().setUri(uri.toString().replaceFirst("[?].*$", ""));
        if ("amqps".equals(uri.getScheme())) {
            options.setSsl(true)
                    .setTrustOptions(TrustOptions.wrap(new VerifiedServer(new Authority(file(uri)))))
                    .setHostnameVerificationAlgorithm("");
        }
        return options;
    }

    private static Optional<Path> file(URI uri) {
        return Optional.ofNullable(uri.getRawQuery())
                .filter(query -> query.startsWith(FILE))
                .map(query -> Path.of(URLDecoder.decode(query.substring(FILE.length()), StandardCharsets.UTF_8)));
    }
}
