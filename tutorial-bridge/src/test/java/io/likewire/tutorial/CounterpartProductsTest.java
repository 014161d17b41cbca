package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.servers.testing.LoggedLines;
import io.likewire.tutorial.takeover.CounterpartProducts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aRowThatIsNoProductIsNamedAndTheOthersCount() throws Exception {
        try (LoggedLines lines = new LoggedLines(CounterpartProducts.class)) {
            assertThat(ask("[{\"id\": 7}, {\"id\": null, \"title\": \"Tea\"}, \"Milk\", {\"id\": 9}]"))
                    .containsExactly(7L, 9L);
            assertThat(lines.messages())
                    .containsExactly(
                            "TUTORIAL_LIST_URI: row 2 is left out, field id: Expected the id of a product, but got null",
                            "TUTORIAL_LIST_URI: row 3 is left out, it is no object");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"pk\": 7}]", "{\"results\": []}", "<html>"})
    void anotherListIsNotAnEmptyOne(String answer) {
        assertThatThrownBy(() -> ask(answer)).hasMessageContaining("TUTORIAL_LIST_URI: expected ");
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
