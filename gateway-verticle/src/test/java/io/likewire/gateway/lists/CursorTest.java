package io.likewire.gateway.lists;

import static io.likewire.contracts.products.ProductSort.ID;
import static io.likewire.contracts.products.ProductSort.MOST_LIKED;
import static io.likewire.contracts.products.ProductSort.NEWEST;
import static io.likewire.contracts.products.ProductSort.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String MOMENT = "2026-11-21T10:15:31.000001Z";
    private static final SearchText TEA = SearchText.parse("tea");

    @ParameterizedTest
    @EnumSource
    void comesBackAsItWas(ProductSort sort) {
        assertThat(Cursor.parse(print(sort, null), sort, null)).isEqualTo(position(sort));
        assertThat(Cursor.parse(print(sort, TEA), sort, TEA)).isEqualTo(position(sort));
    }

    @ParameterizedTest
    @EnumSource
    void belongsToItsOrder(ProductSort sort) {
        for (ProductSort other : ProductSort.values()) {
            if (other != sort) {
                assertThat(Cursor.parse(print(sort, null), other, null)).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void belongsToItsSearch(ProductSort sort) {
        assertThat(Cursor.parse(print(sort, TEA), sort, null)).isNull();
        assertThat(Cursor.parse(print(sort, null), sort, TEA)).isNull();
        assertThat(Cursor.parse(print(sort, TEA), sort, SearchText.parse("tea ")))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anyChangedBitIsNoticed(ProductSort sort) {
        byte[] bytes = Base64.getUrlDecoder().decode(print(sort, TEA));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(Cursor.parse(text, sort, TEA)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "AAAA", " ", "%", "AQAAAAAAAABk", "AQAAAAAAAAAAAAAAAAAA", "🍵"})
    void whatWeNeverGaveIsNoCursor(String text) {
        assertThat(Cursor.parse(text, ID, null)).isNull();
    }

    @Test
    void aKeyThatTheOrderCannotHaveIsRefused() {
        for (String key : new String[] {"", "-1", "x", "99999999999999999999"}) {
            assertThat(parseForged(MOST_LIKED, key)).isNull();
        }
        for (String key : new String[] {"", "2026", "+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z"}) {
            assertThat(parseForged(NEWEST, key)).isNull();
        }
        assertThat(parseForged(ID, "x")).isNull();
        assertThat(parseForged(TITLE, "")).isNull();
    }

    private static ProductPosition parseForged(ProductSort sort, String key) {
        return Cursor.parse(Cursor.print(new ProductPosition(key, 7), sort, null), sort, null);
    }

    private static String print(ProductSort sort, SearchText search) {
        return Cursor.print(position(sort), sort, search);
    }

    private static ProductPosition position(ProductSort sort) {
        String key =
                switch (sort) {
                    case ID, ID_DESCENDING -> "";
                    case MOST_LIKED, LEAST_LIKED -> "42";
                    case TITLE, TITLE_DESCENDING -> "Tea 🍵";
                    case NEWEST, OLDEST -> MOMENT;
                };
        return new ProductPosition(key, 7);
    }
}
