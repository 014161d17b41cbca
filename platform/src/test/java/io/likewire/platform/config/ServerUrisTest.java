package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrisTest {
    @Test
    void whatClientsReadDifferentlyIsEncoded() {
        assertThat(read("mysql://likes:a$b+c=d&e,f(g)*'!;~-._@db:3306/likes?sslMode=VERIFY_CA"))
                .isEqualTo(
                        URI.create(
                                "mysql://likes:a%24b%2Bc%3Dd%26e%2Cf%28g%29%2A%27%21%3B%7E-._@db:3306/likes?sslMode=VERIFY_CA"));
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://likes@db/likes, mysql://likes@db/likes",
        "mysql://db/likes, mysql://db/likes",
        "mysql://a%40b:c%2Fd%25@[::1]:3306/likes, mysql://a%40b:c%2Fd%25@[::1]:3306/likes",
        "mysql://a:b:c@db/likes, mysql://a:b%3Ac@db/likes",
        "mysql://a:\u00fc@db/likes, mysql://a:%C3%BC@db/likes",
        "mysql://a:b$c@likewire_mysql_1:3306/likes, mysql://a:b%24c@likewire_mysql_1:3306/likes"
    })
    void whatIsEncodedStaysSo(String text, URI uri) {
        assertThat(read(text)).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a/b", "a#b", "a b", "a^b", "100%", "a?b"})
    void whatCannotStandInAUriIsRefusedWithoutThePassword(String password) {
        assertThatThrownBy(() -> read("mysql://likes:" + password + "@db:3306/likes"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("write @ as %40")
                .hasMessageNotContaining(password);
    }

    @Test
    void anotherFormIsRefusedWithoutThePassword() {
        assertThatThrownBy(() -> read("jdbc:mysql://localhost/products?password=secret"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("X_MYSQL_URI: expected mysql://user:password@host:port/database")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Environment.of(Map.of("X_AMQP_URI", "http://user:secret@localhost:5672/"))
                        .amqpUri("X_AMQP_URI"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("X_AMQP_URI: expected amqp[s]://user:password@host:port/vhost")
                .hasMessageNotContaining("secret");
    }

    /** What the broker's client makes of it; the slash that is the name of a virtual host is encoded. */
    @ParameterizedTest
    @CsvSource({
        "amqp://a:b@mq:5672/%2F, /",
        "amqp://a:b@mq:5672/%2f, /",
        "amqp://a:b@mq:5672, /",
        "amqps://a:b%2Fc@mq, /",
        "amqp://a:b@mq/likewire, likewire"
    })
    void theUsualVirtualHostIsWrittenEncodedOrNotAtAll(String text, String virtualHost) throws Exception {
        URI uri = Environment.of(Map.of("X_AMQP_URI", text)).amqpUri("X_AMQP_URI");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(uri);

        assertThat(factory.getVirtualHost()).isEqualTo(virtualHost);
    }

    @Test
    void theExampleOfAPasswordIsSeenBehindAnyHost() {
        assertThatThrownBy(() -> read("mysql://likes:likes@my_db/likes")).hasMessageContaining("one from an example");
    }

    private static URI read(String text) {
        return Environment.of(Map.of("X_MYSQL_URI", text)).mysqlUri("X_MYSQL_URI");
    }
}
