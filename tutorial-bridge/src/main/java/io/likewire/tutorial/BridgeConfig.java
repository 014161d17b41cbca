package io.likewire.tutorial;

import io.likewire.contracts.uris.UriAuthority;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.delivery.EventPipelineOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the bridge, read once.
 *
 * @param list where the counterpart says which products it has
 * @param tellExisting whether it is told of the others at once, and not before they change
 * @param lookEvery how often the bridge looks for work that nobody told it of
 */
public record BridgeConfig(
        DatabaseOptions database,
        EventPipelineOptions events,
        Counterpart counterpart,
        Optional<URI> list,
        boolean tellExisting,
        Duration lookEvery) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    public static BridgeConfig from(Environment environment) {
        BridgeConfig config = read(environment);
        if (config.tellExisting && config.counterpart == Counterpart.PRODUCTS) {
            throw new ConfigException(
                    "TUTORIAL_TELL_EXISTING: with TUTORIAL_COUNTERPART=products nobody is told of products");
        }
        return config;
    }

    private static BridgeConfig read(Environment environment) {
        return new BridgeConfig(
                DatabaseOptions.from(environment, "TUTORIAL_MYSQL_URI"),
                EventPipelineOptions.from(environment),
                Counterpart.of(
                        "TUTORIAL_COUNTERPART",
                        environment.required("TUTORIAL_COUNTERPART", "expected likes, products or listener")),
                environment.text("TUTORIAL_LIST_URI").map(BridgeConfig::list),
                environment.flag("TUTORIAL_TELL_EXISTING", false),
                LOOK_EVERY);
    }

    private static URI list(String text) {
        try {
            URI list = new URI(text);
            if (UriAuthority.of(list).isPresent() && List.of("http", "https").contains(list.getScheme())) {
                return list;
            }
        } catch (URISyntaxException e) {
            // the sentence below says it
        }
        throw new ConfigException("TUTORIAL_LIST_URI: expected http://host:port/api/products, but got '" + text + "'");
    }
}
