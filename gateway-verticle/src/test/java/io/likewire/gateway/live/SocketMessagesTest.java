package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketMessagesTest {
    private final PushBench bench = new PushBench();
    private final PushBench.Socket socket = bench.socket();

    @Test
    void aPingIsAnsweredWithAPong() {
        assertThat(socket.says("{\"type\":\"ping\"}").sink.frames.get(0).toString())
                .isEqualTo("{\"type\":\"pong\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                              | invalid_json",
                "{                                                               | invalid_json",
                "[]                                                              | invalid_json",
                "\"x\"                                                           | invalid_json",
                "{\"type\":\"ping\",\"type\":\"ping\"}                           | invalid_json",
                "{}                                                              | missing_type",
                "{\"type\":7}                                                    | missing_type",
                "{\"type\":\"register\"}                                         | missing_address",
                "{\"type\":\"register\",\"address\":{\"a\":1}}                   | missing_address",
                "{\"type\":\"nonsense\",\"address\":\"likes\"}                   | invalid_type",
                "{\"type\":\"send\",\"address\":\"likewire.likes\",\"body\":{}}  | access_denied",
                "{\"type\":\"publish\",\"address\":\"likes.7\",\"body\":{}}      | access_denied",
                "{\"type\":\"register\",\"address\":\"likewire.likes\"}          | access_denied",
                "{\"type\":\"register\",\"address\":\"likewire.push.likes\"}     | access_denied",
                "{\"type\":\"register\",\"address\":\"likes.\"}                  | access_denied",
                "{\"type\":\"register\",\"address\":\"likes.0\"}                 | access_denied",
                "{\"type\":\"register\",\"address\":\"likes.-1\"}                | access_denied",
                "{\"type\":\"register\",\"address\":\"likes.7.x\"}               | access_denied",
                "{\"type\":\"register\",\"address\":\"likes.9223372036854775808\"} | access_denied",
                "{\"type\":\"register\",\"address\":\"\"}                        | access_denied",
            })
    void everythingElseIsAnErrorInTheBridgesWords(String frame, String reason) {
        assertThat(socket.says(frame).sink.frames.get(0).toString())
                .isEqualTo("{\"type\":\"err\",\"body\":\"" + reason + "\"}");
        assertThat(socket.session.subscriptions()).isZero();
        assertThat(bench.products.ids()).isEmpty();
    }

    @Test
    void theFiftyFirstSubscriptionIsRefused() {
        for (int id = 1; id <= 51; id++) {
            socket.registers("likes." + id);
        }
        assertThat(socket.session.subscriptions()).isEqualTo(50);
        assertThat(socket.sink.json(0).getString("body")).isEqualTo("max_handlers_reached");
        assertThat(bench.products.ids()).hasSize(50);
    }

    @Test
    void registeringTwiceIsOneSubscription() {
        socket.registers("likes", "likes");
        assertThat(socket.session.subscriptions()).isEqualTo(1);
        assertThat(socket.sink.frames).hasSize(1);
    }
}
