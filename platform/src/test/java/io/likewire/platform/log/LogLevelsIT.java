package io.likewire.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLevelsIT {
    private static final Logger CHATTY = LoggerFactory.getLogger("io.likewire.chatty");
    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client = vertx.createHttpClient();
    private int port;

    @BeforeEach
    void start() {
        Router operations = Router.router(vertx);
        new LogLevels().mount(operations);
        port = vertx.createHttpServer()
                .requestHandler(operations)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aLevelHoldsAtOnceAndUntilItIsTakenBack() {
        boolean before = CHATTY.isDebugEnabled();
        assertThat(ask(HttpMethod.PUT, "/io.likewire.chatty?level=DEBUG")).isEqualTo(200);
        assertThat(CHATTY.isDebugEnabled()).isTrue();
        assertThat(levels()).contains(entry("io.likewire.chatty", "DEBUG"));
        assertThat(ask(HttpMethod.PUT, "/io.likewire.chatty?level=OFF")).isEqualTo(200);
        assertThat(CHATTY.isErrorEnabled()).isFalse();

        assertThat(ask(HttpMethod.DELETE, "/io.likewire.chatty")).isEqualTo(200);
        assertThat(CHATTY.isDebugEnabled()).isEqualTo(before);
        assertThat(CHATTY.isErrorEnabled()).isTrue();
        assertThat(levels()).doesNotContain("io.likewire.chatty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/io.likewire", "/io.likewire?level=LOUD", "/audit?level=OFF", "/audit.logins?level=ERROR"})
    void nonsenseAndAnAuditTrailTurnedDownAreRefused(String path) {
        assertThat(ask(HttpMethod.PUT, path)).isEqualTo(400);
    }

    private static String entry(String logger, String level) {
        return "\"" + logger + "\":\"" + level + "\"";
    }

    private int ask(HttpMethod method, String path) {
        return client.request(method, port, "127.0.0.1", "/log-levels" + path)
                .compose(request -> request.send().map(response -> response.statusCode()))
                .await();
    }

    private String levels() {
        return client.request(HttpMethod.GET, port, "127.0.0.1", "/log-levels")
                .compose(request -> request.send().compose(response -> response.body()))
                .map(body -> new JsonObject(body).encode())
                .await();
    }
}
