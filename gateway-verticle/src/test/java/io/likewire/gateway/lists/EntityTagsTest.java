package io.likewire.gateway.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @Test
    void oneTagOrManyStrongOrWeak() {
        assertThat(tags("\"a\"")).containsExactly(new EntityTag(false, "a"));
        assertThat(tags("W/\"a\" ,\t\"b\",\"\""))
                .containsExactly(new EntityTag(true, "a"), new EntityTag(false, "b"), new EntityTag(false, ""));
    }

    @Test
    void aCommaInsideATagDoesNotEndIt() {
        assertThat(tags("\"a,b\", \"c\"")).containsExactly(new EntityTag(false, "a,b"), new EntityTag(false, "c"));
    }

    @Test
    void emptyListMembersAreSkipped() {
        assertThat(tags(", \"a\",, \"b\" ,")).hasSize(2);
    }

    @Test
    void aStarIsWhateverThereIs() {
        assertThat(EntityTags.parse(" * ").orElseThrow().any()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a",
                "\"a",
                "a\"",
                "\"a\" \"b\"",
                "\"a\"\"b\"",
                "\"a b\"",
                "w/\"a\"",
                "W/ \"a\"",
                "W/a",
                "'a'",
                "*, \"a\"",
                "\"a\", *"
            })
    void anythingElseCannotBeRead(String text) {
        assertThat(EntityTags.parse(text)).isEmpty();
    }

    private static List<EntityTag> tags(String text) {
        return EntityTags.parse(text).orElseThrow().tags();
    }
}
