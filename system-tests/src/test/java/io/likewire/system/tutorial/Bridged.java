package io.likewire.system.tutorial;

import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Service;
import java.util.HashMap;
import java.util.Map;

/** A cluster with a broker of its own, and bridges in it. All tests of this JVM share it, one after the other. */
final class Bridged {
    private static final class Holder {
        static final Cluster SHARED = Cluster.on(TestServers.broker());
    }

    private Bridged() {}

    static Cluster cluster() {
        return Holder.SHARED;
    }

    /** A bridge that has never run. */
    static Node bridgeTo(String counterpart) {
        return bridgeTo(counterpart, Map.of());
    }

    static Node bridgeTo(String counterpart, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("TUTORIAL_MYSQL_URI", TestServers.mysql().freshDatabase("tutorial"));
        settings.put("TUTORIAL_COUNTERPART", counterpart);
        return cluster().add(Service.TUTORIAL_BRIDGE, settings);
    }
}
