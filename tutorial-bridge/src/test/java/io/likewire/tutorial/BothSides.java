package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** The counts of one product, and what the bridge makes of them. */
final class BothSides {
    private final RunningBridge bridge;
    private long ours;
    private long version = 1;
    long there;

    BothSides(RunningBridge bridge, long ours, long there) {
        this.bridge = bridge;
        this.ours = ours;
        this.there = there;
    }

    long here() {
        return ours + bridge.services.likes.size();
    }

    void likeThere(int times) {
        there += times;
    }

    /** Each is told, and counted there. */
    void likeHere(int times) throws Exception {
        ours += times;
        publish();
        there += bridge.hear("admin", times).size();
    }

    void takeOver(int theirs) throws Exception {
        HttpResponse<String> answer =
                bridge.takeOver(new JsonArray().add(TakeOverIT.product(7, "Tea", "https://x/tea.png", there)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getLong("likes")).isEqualTo(theirs);
        assertThat(bridge.services.likes).hasSize(theirs);
        publish();
    }

    private void publish() throws Exception {
        version++;
        bridge.likes(7, here(), version);
    }
}
