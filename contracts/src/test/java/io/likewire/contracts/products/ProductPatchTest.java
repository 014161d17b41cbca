package io.likewire.contracts.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductPatchTest {
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.png", "Loose");

    @Test
    void whatIsNotNamedStays() {
        assertThat(parse("{}").appliedTo(TEA)).isEqualTo(TEA);
        assertThat(parse("{\"title\":\" Coffee \"}").appliedTo(TEA))
                .isEqualTo(new ProductDraft("Coffee", "/tea.png", "Loose"));
        assertThat(parse("{\"image\":\"/c.png\"}").appliedTo(TEA))
                .isEqualTo(new ProductDraft("Tea", "/c.png", "Loose"));
    }

    @Test
    void titleAndImageCantBeRemovedAndTheRulesOfAProductHold() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> parse("{\"title\":null,\"image\":\"ftp://x/y\",\"likes\":5,\"id\":null}"));
        assertThat(refusal.errors())
                .isEqualTo(Map.of(
                        "title", List.of("This field may not be null."),
                        "image", List.of("Enter an http or https URL, or a path."),
                        "likes", List.of("This field is not known."),
                        "id", List.of("This field is not known.")));
    }

    @Test
    void itCrossesTheBusUnchanged() {
        for (String json : List.of("{}", "{\"title\":\"x\"}", "{\"image\":\"/y\"}", "{\"description\":\"\"}")) {
            assertThat(parse(json).toJson().encode()).isEqualTo(json);
        }
    }

    private static ProductDraft parse(String json) {
        return ProductDraft.parsePatch(new JsonObject(json));
    }
}
