package io.likewire.standalone;

import io.likewire.auth.administrator.FirstPassword;
import io.likewire.platform.config.Environment;
import java.nio.file.Files;
import java.util.Locale;

/** The last lines of a start: where to look and what to type. */
final class Welcome {
    private static final String TEXT = """

            Likewire is running: %1$s  (Ctrl-C stops it)

              curl %2$s %1$s/api/products
              curl %2$s -X POST %1$s/api/products/1/like
              curl %2$s "%1$s/api/products?sort=-likes&limit=1"

            Products are changed by administrators. %3$s
            """;

    private Welcome() {}

    static String text(Environment environment) {
        String host = environment.text("HTTP_HOST", "127.0.0.1");
        String shown = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
        boolean secure = environment.path("TLS_CERT_FILE").isPresent();
        String address =
                (secure ? "https://" : "http://") + shown + ":" + environment.port("HTTP_PORT", Ports.HTTP_DEFAULT);
        // A certificate is seldom one for this machine's own names.
        return String.format(Locale.ROOT, TEXT, address, secure ? "-sk" : "-s", password(environment));
    }

    private static String password(Environment environment) {
        String user = environment.text("ADMIN_USER", "admin");
        return environment
                .path(FirstPassword.SETTING)
                .filter(Files::exists)
                .map(file -> "The password of " + user + " is in " + file + " until the first login.")
                .orElse("A lost password: ADMIN_PASSWORD_RESET=true ./run");
    }
}
