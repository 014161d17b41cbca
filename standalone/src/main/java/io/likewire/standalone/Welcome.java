package io.likewire.standalone;

import io.likewire.platform.config.Environment;
import java.util.Locale;

/** The last lines of a start: where to look and what to type. */
final class Welcome {
    private static final String TEXT = """

            Likewire is running: %1$s  (Ctrl-C stops it)

              curl %2$s %1$s/api/products
              curl %2$s -X POST %1$s/api/products/1/like
              curl %2$s "%1$s/api/products?sort=-likes&limit=1"

            Products are changed by administrators; the first one's password was printed at the first start.
            """;

    private Welcome() {}

    static String text(Environment environment) {
        String host = environment.text("HTTP_HOST", "127.0.0.1");
        String shown = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
        boolean secure = environment.path("TLS_CERT_FILE").isPresent();
        String address =
                (secure ? "https://" : "http://") + shown + ":" + environment.port("HTTP_PORT", Ports.HTTP_DEFAULT);
        // A certificate is seldom one for this machine's own names.
        return String.format(Locale.ROOT, TEXT, address, secure ? "-sk" : "-s");
    }
}
