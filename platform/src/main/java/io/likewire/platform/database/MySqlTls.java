package io.likewire.platform.database;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.tls.Authority;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.SslMode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * TLS to a database, as its URI says: {@code ?sslMode=VERIFY_IDENTITY}. Encryption without a look at the certificate is not
 * offered: it keeps out nobody who can stand in between.
 *
 * @param identity whether the certificate must name the host too
 */
record MySqlTls(boolean identity, Authority authority) {
    private static final String MODE = "sslMode";
    private static final String FILE = "sslCa";

    /** The same URI with the authority in it; the mode is then VERIFY_IDENTITY unless the URI says another. */
    static URI with(URI uri, Path authority) {
        String joint = uri.getRawQuery() == null ? "?" : "&";
        return URI.create(uri + joint + FILE + "=" + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8));
    }

    static Optional<MySqlTls> of(String variable, URI uri) {
        Optional<Path> file = value(uri, FILE).map(Path::of);
        String mode = value(uri, MODE).orElse(file.isPresent() ? "VERIFY_IDENTITY" : "DISABLED");
        return switch (mode) {
            case "DISABLED" -> Optional.empty();
            case "VERIFY_CA" -> Optional.of(new MySqlTls(false, new Authority(file)));
            case "VERIFY_IDENTITY" -> Optional.of(new MySqlTls(true, new Authority(file)));
            default ->
                throw new ConfigException(
                        variable + ": expected sslMode DISABLED, VERIFY_CA or VERIFY_IDENTITY, but got '" + mode + "'");
        };
    }

    void apply(MySQLConnectOptions options) {
        options.setSslMode(identity ? SslMode.VERIFY_IDENTITY : SslMode.VERIFY_CA)
                .setSslOptions(new ClientSSLOptions()
                        .setTrustOptions(authority.trust())
                        .setHostnameVerificationAlgorithm(identity ? "HTTPS" : ""));
    }

    /** For Connector/J of MariaDB. */
    String jdbc() {
        String mode = "&sslMode=" + (identity ? "verify-full" : "verify-ca");
        return authority.file().map(path -> mode + "&serverSslCert=" + path).orElse(mode);
    }

    private static Optional<String> value(URI uri, String name) {
        return Arrays.stream(String.valueOf(uri.getRawQuery()).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
