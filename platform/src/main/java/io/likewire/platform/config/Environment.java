package io.likewire.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The process' settings, passed in as a parameter so that nothing else reads environment variables. A blank value counts
 * as absent. Wrong values end in a {@link ConfigException}.
 */
public final class Environment {
    private final Map<String, String> values;

    private Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Environment of(Map<String, String> values) {
        return new Environment(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** @param hint how to set it, for the one line that the operator sees */
    public String required(String name, String hint) {
        return text(name).orElseThrow(() -> new ConfigException(name + " is not set: " + hint));
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public int number(String name, int otherwise, int min, int max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new ConfigException(
                name + ": expected a number from " + min + " to " + max + ", but got '" + text.get() + "'");
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) {
        String text = text(name, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigException(name + ": expected true or false, but got '" + text + "'");
        }
        return text.equals("true");
    }

    public int port(String name, int otherwise) {
        return number(name, otherwise, 0, 65_535);
    }

    public Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    /** {@code mysql://user:password@host:port/database}. */
    public URI mysqlUri(String name) {
        String form = "mysql://user:password@host:port/database";
        URI uri = serverUri(name, form, "mysql", "mariadb");
        if (uri.getPath() == null || uri.getPath().length() < 2) {
            throw new ConfigException(name + ": expected " + form + ", but it names no database");
        }
        return uri;
    }

    /** {@code amqp[s]://user:password@host:port/vhost}. */
    public URI amqpUri(String name) {
        return serverUri(name, "amqp[s]://user:password@host:port/vhost", "amqp", "amqps");
    }

    /** The same settings with one replaced. */
    public Environment with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return new Environment(changed);
    }

    private URI serverUri(String name, String form, String scheme, String otherScheme) {
        String text = required(name, "expected " + form);
        try {
            URI uri = URI.create(text);
            boolean known = scheme.equals(uri.getScheme()) || otherScheme.equals(uri.getScheme());
            if (known && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // the sentence below says it without repeating a password
        }
        throw new ConfigException(name + ": expected " + form + ", but it has another form");
    }
}
