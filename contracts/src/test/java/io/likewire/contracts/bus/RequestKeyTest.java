package io.likewire.contracts.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class RequestKeyTest {
    private static final RequestKey KEY = key("ann", "k-1", "POST", "/api/products", "{}");

    @Test
    void theSameRequestOfTheSameCallerIsTheSame() {
        assertThat(key("ann", "k-1", "POST", "/api/products", "{}")).isEqualTo(KEY);
    }

    @Test
    void anotherCallerHasAnotherKey() {
        assertThat(key("bob", "k-1", "POST", "/api/products", "{}").id()).isNotEqualTo(KEY.id());
        assertThat(key("annk", "-1", "POST", "/api/products", "{}").id())
                .as("no part runs into the next")
                .isNotEqualTo(KEY.id());
    }

    @Test
    void methodPathAndBodyAreTheRequest() {
        assertThat(key("ann", "k-1", "PATCH", "/api/products", "{}")).matches(RequestKeyTest::isAnotherRequest);
        assertThat(key("ann", "k-1", "POST", "/api/products/1", "{}")).matches(RequestKeyTest::isAnotherRequest);
        assertThat(key("ann", "k-1", "POST", "/api/products", "{} ")).matches(RequestKeyTest::isAnotherRequest);
        assertThat(key("ann", "k-1", "POST", "/api/product", "s{}")).matches(RequestKeyTest::isAnotherRequest);
    }

    @Test
    void theWireFormIsReadAgain() {
        assertThat(RequestKey.parse(KEY.toString())).isEqualTo(KEY);
        assertThat(KEY.idBytes().length()).isEqualTo(32);
        assertThat(KEY.requestBytes().length()).isEqualTo(32);
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> RequestKey.parse("k-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestKey.parse("x".repeat(128))).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isAnotherRequest(RequestKey other) {
        return other.id().equals(KEY.id()) && !other.request().equals(KEY.request());
    }

    private static RequestKey key(String caller, String key, String method, String path, String body) {
        return RequestKey.of(caller, key, method, path, Buffer.buffer(body));
    }
}
