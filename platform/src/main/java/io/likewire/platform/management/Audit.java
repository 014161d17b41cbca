package io.likewire.platform.management;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Who did what, and what came of it: one line each on the logger {@code audit}, which is always on. Never give it a
 * password, a token or a key.
 */
public final class Audit {
    /** The logger's name. */
    public static final String LOGGER = "audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private Audit() {}

    /**
     * Writes {@code <event> by <actor>: <outcome>}, with all of it as key values too.
     *
     * @param event lower case with dots, the noun first: {@code messages.replay}
     * @param actor who it was, as far as it is known: a user's id, or an address
     * @param outcome one word: {@code done}, {@code refused}, {@code failed}
     * @param details in the order of their names; not event, actor or outcome
     */
    public static void record(String event, String actor, String outcome, Map<String, String> details) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("event", event)
                .addKeyValue("actor", actor)
                .addKeyValue("outcome", outcome);
        for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
            line = line.addKeyValue(detail.getKey(), detail.getValue());
        }
        line.log("{} by {}: {}", event, actor, outcome);
    }
}
