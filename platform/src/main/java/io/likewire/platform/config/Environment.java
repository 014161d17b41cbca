package io.likewire.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process' settings, passed in as a parameter so that nothing else reads environment variables. A setting NAME comes
 * from the secret that {@code AWS_SECRET_ID} names, from the file that {@code NAME_FILE} names, or from the variable
 * itself, in that order. A blank value counts as absent. Wrong values end in a {@link ConfigException}.
 */
public final class Environment {
    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);
    private final Sources sources;
    private final Map<String, Setting> asked;

    private Environment(Sources sources, Map<String, Setting> asked) {
        this.sources = sources;
        this.asked = asked;
    }

    /** Without asking anybody for secrets. */
    public static Environment of(Map<String, String> values) {
        return new Environment(new Sources(Map.of(), Map.of(), values), noted());
    }

    /** Asks AWS Secrets Manager first where {@code AWS_SECRET_ID} is set: blocks for some seconds at most. */
    public static Environment read(Map<String, String> values) {
        return new Environment(new Sources(Map.of(), AwsSecretSource.of(values), values), noted());
    }

    private static Map<String, Setting> noted() {
        return Collections.synchronizedMap(new LinkedHashMap<>());
    }

    /** What has been asked for so far, in the order of the questions. */
    public List<Setting> asked() {
        synchronized (asked) {
            return List.copyOf(asked.values());
        }
    }

    /** The values of what has been asked for, as they hold now, without secrets. */
    public List<Setting.Effective> effective() {
        return asked().stream().map(setting -> setting.effective(sources)).toList();
    }

    private void note(String name, String fallback, String values, boolean required) {
        asked.merge(name, new Setting(name, fallback, values, required), (known, fresh) -> fresh.or(known));
    }

    public Optional<String> text(String name) {
        note(name, null, "", false);
        return sources.find(name);
    }

    public String text(String name, String otherwise) {
        note(name, otherwise, "", false);
        return text(name).orElse(otherwise);
    }

    /** @param hint how to set it, for the one line that the operator sees */
    public String required(String name, String hint) {
        note(name, null, "", true);
        String value = text(name).orElseThrow(() -> new ConfigException(name + " is not set: " + hint));
        if (sources.secretLacks(name)) {
            LOG.warn("{} is not in the secret: taken from {}_FILE or the environment", name, name);
        }
        return value;
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public int number(String name, int otherwise, int min, int max) {
        note(name, Integer.toString(otherwise), min + " to " + max, false);
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
        note(name, Boolean.toString(otherwise), "true or false", false);
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigException(name + ": expected true or false, but got '" + text + "'");
        }
        return text.equals("true");
    }

    /** One of these words, written exactly so. */
    public String choice(String name, String otherwise, List<String> words) {
        String all = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        String text = text(name, otherwise);
        note(name, otherwise, all, false);
        if (!words.contains(text)) {
            throw new ConfigException(name + ": expected " + all + ", but got '" + text + "'");
        }
        return text;
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

    /** The same settings with one replaced, whatever its source. */
    public Environment with(String name, String value) {
        return new Environment(sources.with(name, value), asked);
    }

    private URI serverUri(String name, String form, String... schemes) {
        String text = required(name, "expected " + form);
        URI uri = ServerUris.parse(name, text, form, schemes);
        if (!flag("DEVELOPMENT", false)) {
            ServerUris.refuseExample(name, uri);
        }
        return uri;
    }
}
