package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class ListsIT {
    private final Rest rest = Wired.shared().cluster().rest();

    @Test
    void pagesOfASearchGoThroughTheWholeSystem() {
        List<String> titles = List.of("Loquat jam", "A loquat 🍐 jelly", "Ünique loquat jam", "Jam of loquats");
        titles.forEach(rest::create);

        assertThat(walk("/api/products?q=loqua&sort=title&limit=1"))
                .containsExactly("A loquat 🍐 jelly", "Jam of loquats", "Loquat jam", "Ünique loquat jam");
        assertThat(walk("/api/products?q=jam%20LOQUAT%20&sort=-createdAt&limit=1&total=true"))
                .containsExactly("Ünique loquat jam", "Loquat jam");
        Reply counted = rest.get("/api/products?q=loqua&total=true");
        assertThat(counted.header("total-count")).isEqualTo("4");
    }

    @Test
    void whoeverWritesSeesItInTheListAtOnce() {
        rest.create("There before");
        for (int i = 0; i < 20; i++) {
            rest.get("/api/products?sort=-createdAt&limit=1");
            long id = rest.create("Newest " + i);
            assertThat(first().getLong("id")).isEqualTo(id);
            JsonObject draft = new JsonObject().put("title", "Renamed " + i).put("image", "/x.png");
            rest.put("/api/products/" + id, draft);
            assertThat(first().getString("title")).isEqualTo("Renamed " + i);
            rest.delete("/api/products/" + id);
            assertThat(first().getLong("id")).isNotEqualTo(id);
        }
    }

    @Test
    void theMostLikedComeFirst() {
        long fig = rest.create("Fig bar");
        long date = rest.create("Date bar");
        rest.newVisitor().like(fig);
        rest.newVisitor().like(fig);
        rest.newVisitor().like(date);

        await("the projected counts")
                .until(() -> walk("/api/products?q=bar%20&sort=-likes&limit=1").equals(List.of("Fig bar", "Date bar"))
                        && rest.projectedLikes(fig) == 2
                        && rest.projectedLikes(date) == 1);
    }

    private JsonObject first() {
        return rest.get("/api/products?sort=-createdAt&limit=1").array().getJsonObject(0);
    }

    private List<String> walk(String path) {
        List<String> titles = new ArrayList<>();
        String next = path;
        while (next != null) {
            Reply page = rest.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.array().forEach(product -> titles.add(((JsonObject) product).getString("title")));
            String link = page.header("link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return titles;
    }
}
