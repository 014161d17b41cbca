package io.likewire.likes;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;
import io.likewire.platform.launch.Service.Schema;

/** Runs likes-verticle as a node of the cluster. */
public final class LikesMain {
    private static final Schema SCHEMA = new Schema("LIKES_MYSQL_URI", "db/likes");

    public static final Service SERVICE = new Service("likes", new DefaultPorts(9092, 5702), SCHEMA, environment -> {
        LikesConfig config = LikesConfig.from(environment);
        return node -> new LikesVerticle(config, node);
    });

    private LikesMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
