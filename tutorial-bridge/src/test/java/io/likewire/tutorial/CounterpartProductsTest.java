package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.tutorial.takeover.CounterpartProducts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterpartProductsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void namesTheirProducts() throws Exception {
        assertThat(ask("[{\"id\": 7}, {\"id\": 9}]")).containsExactly(7L, 9L);
    }

    @Test
    void isNotReadWithoutEnd() {
        assertThatThrownBy(() -> ask("[" + " ".repeat(65 * MEGABYTE) + "]")).isInstanceOf(Exception.class);
    }

    private List<Long> ask(String answer) throws Exception {
        try (HttpService theirs = new HttpService(answer)) {
            return Future.<List<Long>>future(asked -> vertx.runOnContext(now ->
                            new CounterpartProducts(vertx, theirs.uri()).ids().onComplete(asked)))
                    .await();
        }
    }
}
