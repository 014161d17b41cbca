package io.likewire.products.store;

import static io.likewire.contracts.products.ProductSort.ID;
import static io.likewire.contracts.products.ProductSort.MOST_LIKED;
import static io.likewire.contracts.products.ProductSort.TITLE;
import static io.likewire.products.store.ProductTables.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductTotal;
import io.likewire.contracts.products.SearchText;
import io.likewire.products.domain.ProductLists.Slice;
import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {
    private static final int MANY = 4_096;

    @AutoClose
    private static ProductTables tables;

    @BeforeAll
    static void fill() {
        tables = new ProductTables();
        tables.multiply(MANY);
        tables.put(
                "The Kettle-lid of 4 TVs",
                "Éclair au café",
                "日本茶 Matcha",
                "\"O'Brien\" (x)",
                "100% x_y",
                "क्या बात",
                "Foot\u00adball\u200b m\u2060ug");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kettle lid     | The Kettle-lid of 4 TVs",
                "LID kettle     | The Kettle-lid of 4 TVs",
                "kett           | The Kettle-lid of 4 TVs",
                "the            | The Kettle-lid of 4 TVs",
                "of the         | The Kettle-lid of 4 TVs",
                "4 t            | The Kettle-lid of 4 TVs",
                "+kettle -lid*  | The Kettle-lid of 4 TVs",
                "kettle (\"@%_  | The Kettle-lid of 4 TVs",
                "kettle kettle  | The Kettle-lid of 4 TVs",
                "cafe           | Éclair au café",
                "ECLAIR         | Éclair au café",
                "日本            | 日本茶 Matcha",
                "o'brien        | `O'Brien` (x)",
                "x_y            | 100% x_y",
                "100%           | 100% x_y",
                "football mug   | Foot\u00adball\u200b m\u2060ug",
                "foo\u00adtball m\u200bu | Foot\u00adball\u200b m\u2060ug",
                "बात            | क्या बात",
                "क्             | क्या बात"
            })
    void isFound(String text, String title) {
        assertThat(tables.titles(search(ID, text, 10))).containsExactly(title.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource({"ettle", "kettle spoon", "zzkettle", "zz", "kettlex", "𐌰", "½", "k_ttle"})
    void isNotFound(String text) {
        assertThat(tables.titles(search(ID, text, 10))).isEmpty();
    }

    @Test
    void aWordThatIsFinishedIsNoBeginning() {
        assertThat(tables.titles(search(ID, "kett ", 10))).isEmpty();
        assertThat(tables.titles(search(ID, "kett lid", 10))).isEmpty();
        assertThat(tables.titles(search(ID, "kettle ", 10))).hasSize(1);
    }

    @Test
    void pagesOfCommonAndRareWordsFollowTheOrder() {
        for (String text : List.of("item", "tea", "red tea", "it", "r", "tea item 1", "3")) {
            List<Product> byTitle = tables.walk(search(TITLE, text, 100), () -> {});
            List<Product> byLikes = tables.walk(search(MOST_LIKED, text, 37), () -> {});
            List<Product> byId = tables.walk(search(ID, text, 500), () -> {});
            assertThat(byId).as(text).isNotEmpty().doesNotHaveDuplicates();
            assertThat(byId).extracting(Product::id).isSorted();
            assertThat(byTitle).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(byId);
            assertThat(byLikes).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(byId);
            assertThat(byLikes).extracting(product -> -product.likes()).isSorted();
        }
        assertThat(tables.titles(search(ID, "item", 500))).hasSize(MANY);
    }

    /** The index ends a word before a letter beyond the first plane: the little that is left may be in every title. */
    @ParameterizedTest
    @ValueSource(strings = {"i\uD800\uDF30", "ite\uD840\uDC00", "i\u0335x"})
    void theIndexIsNotAskedForTheBeginningOfEveryTitle(String text) {
        SearchWords words = SearchWords.of(SearchText.parse(text));
        SearchSample sample = tables.transactions
                .read(client -> SqlSearch.sample(client, words))
                .await();

        assertThat(words.terms()).doesNotContainNull();
        assertThat(sample.rarestTerm(words)).isNull();
        assertThat(tables.titles(search(ID, text, 10))).isEmpty();
    }

    @Test
    void isNotBegunWhenNobodyWaitsAnyMore() {
        Future<Slice> late = tables.lists.read(search(ID, "kettle", 10), Call.question(Duration.ZERO));
        assertThatThrownBy(late::await).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.TIMEOUT));
    }

    /** MySQL's two, MariaDB's, and what the full-text index says when it has to stop. */
    @ParameterizedTest
    @ValueSource(ints = {1317, 3024, 1969, 188})
    void saysSoWhenItTakesTooLong(int code) {
        Future<Slice> stopped = SqlSearch.refuseIfOutOfTime(new MySQLException("stopped", code, "HY000"));
        assertThatThrownBy(stopped::await)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.SEARCH_TOO_SLOW))
                .hasMessageContaining("Add a rarer word");
    }

    @Test
    void totalsAreCountedToABound() {
        assertThat(total("kettle")).isEqualTo(new ProductTotal(1, true));
        assertThat(total("tea").exact()).isTrue();
        assertThat(total("tea").count())
                .isEqualTo(tables.titles(search(ID, "tea", 500)).size());
        assertThat(total("item")).isEqualTo(new ProductTotal(1_000, false));
    }

    private static ProductTotal total(String text) {
        ProductQuery query = new ProductQuery(ID, SearchText.parse(text), List.of(), null, 10, true);
        return tables.read(query).total();
    }
}
