package io.likewire.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.load.Answers;
import io.likewire.system.rig.load.LikesInTurn;
import io.likewire.system.rig.load.OpenLoop;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Tag("full")
class EditUnderLikesIT {
    private static final Logger LOG = LoggerFactory.getLogger(EditUnderLikesIT.class);
    private static final int LIKES_PER_SECOND = 100;
    private static final Duration TIME = Duration.ofSeconds(5);
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest admin = cluster.rest();

    @Test
    void anEditOfTheVersionLastSeenSucceedsAtTheFirstTryHoweverManyLikeTheProduct() throws Exception {
        long id = admin.create("Tea");
        List<String> tokens =
                Stream.generate(() -> admin.newVisitor().token()).limit(50).toList();
        try (OpenLoop load = new OpenLoop(cluster.gateway(), new LikesInTurn(List.of(id), tokens))) {
            CompletableFuture<Answers> liking = CompletableFuture.supplyAsync(() -> offer(load));
            int edits = 0;
            int overtaken = 0;
            while (!liking.isDone()) {
                overtaken += editOvertakenByLikes(id, edits++) ? 1 : 0;
            }
            LOG.info("{} edits, {} with likes in between; likes: {}", edits, overtaken, liking.get());
            assertThat(overtaken).isPositive();
            assertThat(liking.get().statuses()).containsExactly(200);
        }
    }

    private boolean editOvertakenByLikes(long id, int number) {
        String path = "/api/products/" + id;
        String seen = admin.get(path).header("ETag");
        JsonObject patch = new JsonObject().put("title", "Tea " + number);
        Reply edited = number % 2 == 0
                ? admin.send("PATCH", path, patch, "If-Match", seen)
                : admin.send("PUT", path, patch.put("image", "/tea.png"), "If-Match", seen);
        assertThat(edited.status()).as(edited.text()).isEqualTo(number % 2 == 0 ? 200 : 202);
        assertThat(edited.json().getString("title")).isEqualTo("Tea " + number);
        return !likesPart(edited.header("ETag")).equals(likesPart(seen));
    }

    private static String likesPart(String tag) {
        return tag.substring(tag.indexOf('-'));
    }

    private static Answers offer(OpenLoop load) {
        try {
            return load.offer(LIKES_PER_SECOND, TIME);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
