package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.telemetry.TracingOptions;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.rabbitmq.RabbitMQOptions;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks of containers have such names. */
class UnderscoredHostsTest {
    @Test
    void theBrokerIsCalledThere() {
        Environment environment = Environment.of(Map.of("AMQP_URI", "amqp://a:p$w@my_broker:5673/v%2Fh"));
        RabbitMQOptions options = BrokerTls.options(environment.amqpUri("AMQP_URI"));
        assertThat(options.getUri()).isNull();
        assertThat(options.getHost()).isEqualTo("my_broker");
        assertThat(options.getPort()).isEqualTo(5673);
        assertThat(options.getUser()).isEqualTo("a");
        assertThat(options.getPassword()).isEqualTo("p$w");
        assertThat(options.getVirtualHost()).isEqualTo("v/h");
        assertThat(BrokerTls.options(URI.create("amqp://my_broker")).getPort()).isEqualTo(5672);
        assertThat(BrokerTls.options(URI.create("amqp://my_broker")).getVirtualHost())
                .isEqualTo("/");
    }

    @Test
    void soIsTheDatabase() {
        URI uri = Environment.of(Map.of("X_MYSQL_URI", "mysql://a:p$w@my_db:3307/likes"))
                .mysqlUri("X_MYSQL_URI");
        MySQLConnectOptions options = MySQLConnectOptions.fromUri(uri.toString());
        assertThat(options.getHost()).isEqualTo("my_db");
        assertThat(options.getPort()).isEqualTo(3307);
        assertThat(options.getPassword()).isEqualTo("p$w");
    }

    @Test
    void aReceiverOfSpansNeedsAnotherName() {
        Environment environment = Environment.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://my_collector:4318"));
        assertThatThrownBy(() -> TracingOptions.from(environment))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("can't be sent to a host name with an underscore");
    }
}
