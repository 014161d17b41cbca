package io.likewire.contracts.uris;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code account@host:port} of an address. In a name with an underscore, as networks of containers have them, or with letters
 * beyond ASCII, {@link URI} sees neither account, host nor port.
 *
 * @param account percent-encoded, as it stands there; null for none
 * @param port -1 for none
 */
public record UriAuthority(String account, String host, int port) {
    private static final Pattern NAMED =
            Pattern.compile("(?:([^@]*)@)?([\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_.-]*)(?::([0-9]{1,5}))?");

    /** Empty where no host is named. */
    public static Optional<UriAuthority> of(URI uri) {
        if (uri.getHost() != null) {
            return Optional.of(new UriAuthority(uri.getRawUserInfo(), uri.getHost(), uri.getPort()));
        }
        Matcher named = NAMED.matcher(String.valueOf(uri.getRawAuthority()));
        if (uri.getRawAuthority() == null || !named.matches()) {
            return Optional.empty();
        }
        int port = named.group(3) == null ? -1 : Integer.parseInt(named.group(3));
        return Optional.of(new UriAuthority(named.group(1), named.group(2), port));
    }

    /** Decoded; empty for none. */
    public String user() {
        return account == null ? "" : decode(account.split(":", 2)[0]);
    }

    /** Decoded; empty for none. */
    public String password() {
        return account == null || !account.contains(":") ? "" : decode(account.split(":", 2)[1]);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public int portOr(int usual) {
        return port < 0 ? usual : port;
    }
}
