package io.likewire.system.rig;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What all nodes of a test's cluster are given. */
public final class UsualSettings {
    /** Events of each service that may wait. */
    public static final int OUTBOX_LIMIT = Soak.choose(20_000, 60_000);

    private UsualSettings() {}

    static Map<String, String> of(String productsUri, String likesUri, URI broker) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PRODUCTS_MYSQL_URI", productsUri);
        settings.put("LIKES_MYSQL_URI", likesUri);
        settings.put("AMQP_URI", broker.toString());
        settings.put("RECONCILE_EVERY_S", "2");
        settings.put("OUTBOX_LIMIT", Integer.toString(OUTBOX_LIMIT));
        settings.put("TUTORIAL_MODE", "true");
        // tests may speak for others, who have bounds; this machine itself has none
        settings.put("TRUSTED_PROXIES", "127.0.0.1");
        return settings;
    }
}
