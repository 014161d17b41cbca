package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    @Test
    void aLikesEventPrintsItsKeysInTheOrderOfTheContract() {
        assertThat(new LikesEvent(7, 42, 1795263731000123L, 3, 1).print())
                .hasToString("{\"productId\":7,\"likes\":42,\"version\":1795263731000123,\"added\":3,\"removed\":1}");
    }

    @Test
    void aProductEventPrintsItsKeysInTheOrderOfTheContract() {
        assertThat(new ProductEvent(7, "Tea", "/t.svg", 5, null).print())
                .hasToString("{\"id\":7,\"title\":\"Tea\",\"image\":\"/t.svg\",\"version\":5}");
        assertThat(ProductEvent.deletion(7, 6).print()).hasToString("{\"id\":7,\"version\":6}");
    }

    @Test
    void whatIsPrintedCanBeRead() {
        LikesEvent event = new LikesEvent(7, 42, 9, 3, 1);
        assertThat(LikesEvent.read(event.print())).isEqualTo(event);
    }

    @Test
    void keysOfANewerSenderAreIgnored() {
        Buffer body = Buffer.buffer(
                "{\"productId\":7,\"likes\":1,\"version\":2,\"added\":1,\"removed\":0,\"colour\":\"red\"}");
        assertThat(LikesEvent.read(body)).isEqualTo(new LikesEvent(7, 1, 2, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tea",
                "null",
                "[]",
                "7",
                "{}",
                "{\"productId\":7,\"likes\":1}",
                "{\"productId\":\"7\",\"likes\":1,\"version\":2}",
                "{\"productId\":7.5,\"likes\":1,\"version\":2}",
                "{\"productId\":null,\"likes\":1,\"version\":2}",
                "{\"productId\":0,\"likes\":1,\"version\":2}",
                "{\"productId\":7,\"likes\":-1,\"version\":2}",
                "{\"productId\":7,\"likes\":1,\"version\":0}",
                "{\"productId\":7,\"likes\":1,\"version\":9007199254740991}",
                "{\"productId\":9007199254740992,\"likes\":1,\"version\":2}",
                "{\"productId\":9223372036854774000,\"likes\":1,\"version\":2}",
                "{\"productId\":99999999999999999999,\"likes\":1,\"version\":2}",
                "{\"productId\":7,\"likes\":1,\"version\":2} trailing"
            })
    void whatNobodyCouldApplyIsMalformed(String body) {
        assertThatThrownBy(() -> LikesEvent.read(Buffer.buffer(body))).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void onlyADeletionMayLackTitleAndImage() {
        Buffer bare = Buffer.buffer("{\"id\":7,\"version\":2}");
        assertThat(ProductEvent.read(EventType.PRODUCT_DELETED, bare)).isEqualTo(ProductEvent.deletion(7, 2));
        assertThatThrownBy(() -> ProductEvent.read(EventType.PRODUCT_CREATED, bare))
                .isInstanceOf(MalformedEvent.class);
    }

    @Test
    void aNumberIsNoTitle() {
        Buffer body = Buffer.buffer("{\"id\":7,\"title\":5,\"image\":\"/t\",\"version\":2}");
        assertThatThrownBy(() -> ProductEvent.read(EventType.PRODUCT_CREATED, body))
                .isInstanceOf(MalformedEvent.class);
    }
}
