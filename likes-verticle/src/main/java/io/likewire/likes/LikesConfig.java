package io.likewire.likes;

import io.likewire.platform.config.Environment;
import java.net.URI;

/** Settings of likes-verticle, read once. */
public record LikesConfig(URI database, URI broker) {
    static final String DATABASE = "LIKES_MYSQL_URI";

    public static LikesConfig from(Environment environment) {
        return new LikesConfig(environment.mysqlUri(DATABASE), environment.amqpUri("AMQP_URI"));
    }
}
