package io.likewire.platform.broker;

import io.likewire.contracts.uris.UriAuthority;
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
    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;

    private BrokerTls() {}

    /** The same URI with the authority in it, as RabbitMQ's own clients write it. */
    public static URI with(URI uri, Path authority) {
        return "amqps".equals(uri.getScheme())
                ? URI.create(uri + "?" + FILE + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8))
                : uri;
    }

    static RabbitMQOptions options(URI uri) {
        RabbitMQOptions options = uri.getHost() == null
                ? named(uri, UriAuthority.of(uri).orElseThrow())
                : new RabbitMQOptions().setUri(uri.toString().replaceFirst("[?].*$", ""));
        if ("amqps".equals(uri.getScheme())) {
            options.setSsl(true)
                    .setTrustOptions(TrustOptions.wrap(new VerifiedServer(new Authority(file(uri)))))
                    .setHostnameVerificationAlgorithm("");
        }
        return options;
    }

    /** In a name with an underscore the client's own reader of URIs sees no host, and would call this machine. */
    private static RabbitMQOptions named(URI uri, UriAuthority server) {
        RabbitMQOptions options = new RabbitMQOptions()
                .setHost(server.host())
                .setPort(server.portOr("amqps".equals(uri.getScheme()) ? TLS_PORT : PORT));
        if (server.account() != null) {
            options.setUser(server.user()).setPassword(server.password());
        }
        return uri.getPath().isEmpty()
                ? options
                : options.setVirtualHost(uri.getPath().substring(1));
    }

    private static Optional<Path> file(URI uri) {
        return Optional.ofNullable(uri.getRawQuery())
                .filter(query -> query.startsWith(FILE))
                .map(query -> Path.of(URLDecoder.decode(query.substring(FILE.length()), StandardCharsets.UTF_8)));
    }
}
