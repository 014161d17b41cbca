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

class ProductDraftTest {
    @Test
    void blanksAroundAreTrimmed() {
        assertThat(ProductDraft.parse(json("  Tea ", " /t.png "))).isEqualTo(new ProductDraft("Tea", "/t.png"));
    }

    @Test
    void everyWrongFieldIsNamedWithItsSentence() {
        assertThat(errors(new JsonObject().put("title", " ").put("likes", 5)))
                .isEqualTo(Map.of(
                        "title", List.of("This field may not be blank."),
                        "image", List.of("This field is required."),
                        "likes", List.of("This field is not known.")));
    }

    @Test
    void nullAndWrongTypesAreToldApart() {
        assertThat(errors(new JsonObject().put("title", 5).putNull("image")))
                .isEqualTo(Map.of(
                        "title", List.of("Not a valid string."),
                        "image", List.of("This field may not be null.")));
    }

    @Test
    void aTitleHasAtMost200CharactersWhateverTheirSize() {
        assertThat(ProductDraft.parse(json("🍵".repeat(200), "/t")).title()).isEqualTo("🍵".repeat(200));
        assertThat(errors(json("x".repeat(201), "/t")))
                .containsEntry("title", List.of("Ensure this field has no more than 200 characters."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png?b=1",
                "http://example.com",
                "http://my_shop:8080/a.png",
                "https://b\u00fccher.example/x",
                "/images/tea.svg"
            })
    void webAddressesAndPathsAreImages(String image) {
        assertThat(ProductDraft.parse(json("Tea", image)).image()).isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "//example.com/a.png",
                "https://user:pw@example.com/a.png",
                "ftp://example.com/a.png",
                "tea.png",
                "https://exa mple.com",
                "/a\\b"
            })
    void everythingElseIsNot(String image) {
        assertThat(errors(json("Tea", image)))
                .containsEntry("image", List.of("Enter an http or https URL, or a path."));
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(errors(json("Te\u0000a", "/t\u001b[0m"))).containsOnlyKeys("title", "image");
    }

    private static Map<String, List<String>> errors(JsonObject json) {
        return catchThrowableOfType(Refusal.class, () -> ProductDraft.parse(json))
                .errors();
    }

    private static JsonObject json(String title, String image) {
        return new JsonObject().put("title", title).put("image", image);
    }
}
