package io.likewire.likes;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;

/** Runs likes-verticle as a node of the cluster. */
public final class LikesMain {
    public static final Service SERVICE = new Service("likes", new DefaultPorts(9092, 5702), environment -> {
        LikesConfig config = LikesConfig.from(environment);
        return node -> new LikesVerticle(config, node);
    });

    private LikesMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
