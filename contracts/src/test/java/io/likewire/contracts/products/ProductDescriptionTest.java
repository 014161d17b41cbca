package io.likewire.contracts.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductDescriptionTest {
    private static final ProductDraft OLD = new ProductDraft("Coffee", "/c.png", "Dark");

    @Test
    void linesTabsAndMarkupStayAsTheyAre() {
        assertThat(parse(" <b>Loose</b>\r\nleaves\r\tof & \n\n2026 \n"))
                .isEqualTo("<b>Loose</b>\nleaves\n\tof & \n\n2026");
    }

    @Test
    void whatIsNotNamedStaysAndNullOrAnEmptyTextRemovesIt() {
        JsonObject draft = json(null);
        assertThat(ProductDraft.parse(draft).appliedTo(OLD).description()).isEmpty();
        draft.put("description", " \n");
        assertThat(ProductDraft.parse(draft).appliedTo(OLD).description()).isEmpty();
        draft.remove("description");
        assertThat(ProductDraft.parse(draft).appliedTo(OLD).description()).isEqualTo("Dark");
        assertThat(ProductDraft.parsePatch(new JsonObject().putNull("description"))
                        .appliedTo(OLD))
                .isEqualTo(new ProductDraft("Coffee", "/c.png", ""));
    }

    @Test
    void itHasAtMost2000CharactersWhateverTheirSize() {
        assertThat(parse("🍵".repeat(2_000))).hasSize(4_000);
        assertThat(errors("x".repeat(2_001)))
                .isEqualTo(Map.of("description", List.of("Ensure this field has no more than 2000 characters.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[0m", "a\u0085b", "\ud83c"})
    void otherControlCharactersAreRefused(String text) {
        assertThat(errors(text)).isEqualTo(Map.of("description", List.of("Control characters are not allowed.")));
    }

    @Test
    void onlyTextIsADescription() {
        assertThat(errors(5)).isEqualTo(Map.of("description", List.of("Not a valid string.")));
    }

    private static String parse(Object description) {
        return ProductDraft.parse(json(description)).description();
    }

    private static Map<String, List<String>> errors(Object description) {
        return catchThrowableOfType(Refusal.class, () -> parse(description)).errors();
    }

    private static JsonObject json(Object description) {
        return new JsonObject().put("title", "Tea").put("image", "/t.png").put("description", description);
    }
}
