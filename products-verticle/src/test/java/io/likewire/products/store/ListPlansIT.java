package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListPlansIT {
    private static final Pattern TIMED = Pattern.compile("/\\*M! .*? \\*/");
    private static final String WORD = "'% zztea %'";

    @AutoClose
    private static ProductTables tables;

    @BeforeAll
    static void fill() {
        tables = new ProductTables();
        tables.multiply(4_096);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstPageReadsItsIndexInOrder(ListOrder order) {
        Row plan = plan(ListStatements.page(order, true), "101");
        assertThat(plan.getString("type")).isEqualTo("index");
        assertReadsAlong(order, plan);
        assertThat(rows(plan)).isLessThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void aDeepPageBeginsInTheMiddleOfItsIndex(ListOrder order) {
        Row plan = plan(ListStatements.page(order, false), behind(order) + ", 101");
        assertThat(plan.getString("type")).isEqualTo("range");
        assertReadsAlong(order, plan);
    }

    @ParameterizedTest
    @EnumSource
    void aCommonWordIsSoughtAlongTheIndexOfTheOrder(ListOrder order) {
        assertReadsAlong(order, plan(ListStatements.searchAlong(order, true, 1), WORD + ", 101"));
        Row deep = plan(ListStatements.searchAlong(order, false, 1), WORD + ", " + behind(order) + ", 101");
        assertReadsAlong(order, deep);
        assertThat(deep.getString("type")).isEqualTo("range");
    }

    @ParameterizedTest
    @EnumSource
    void aRareWordComesFromTheFullTextIndex(ListOrder order) {
        Row plan =
                plan(ListStatements.searchIndex(order, false, 1), "'zztea', " + WORD + ", " + behind(order) + ", 101");
        assertThat(plan.getString("type")).isEqualTo("fulltext");
        assertThat(plan.getString("key")).isEqualTo("products_by_words");
    }

    @Test
    void idsAreFoundByThePrimaryKey() {
        String sql = "SELECT " + Statements.COLUMNS + "WHERE id IN (?,?,?,?) ORDER BY id";
        Row plan = plan(sql, "1, 2, 3, 4");
        assertThat(plan.getString("type")).isEqualTo("range");
        assertReadsAlong(ListOrder.ID, plan);
    }

    @Test
    void countsAndSamplesReadIndexes() {
        assertThat(plans(ListStatements.COUNT, "100001"))
                .anySatisfy(plan -> assertThat(plan.getString("type")).isEqualTo("index"));
        assertThat(plans(ListStatements.countIndex(1), "'zztea', " + WORD + ", 1001"))
                .anySatisfy(plan -> assertThat(plan.getString("key")).isEqualTo("products_by_words"));
        assertThat(plans(ListStatements.sample(1), WORD + ", " + WORD + ", 'A', 500"))
                .anySatisfy(plan -> assertThat(plan.getString("key")).isEqualTo("products_by_command"));
    }

    private static void assertReadsAlong(ListOrder order, Row plan) {
        assertThat(plan.getString("key")).isEqualTo(order.index);
        String extra = plan.getString("Extra");
        assertThat(extra == null ? "" : extra).doesNotContain("filesort", "temporary");
    }

    private static String behind(ListOrder order) {
        return switch (order) {
            case ID, ID_DESCENDING -> "2000";
            case MOST_LIKED, LEAST_LIKED -> "0, 0, 2000";
            case TITLE, TITLE_DESCENDING -> "'New cup', 'New cup', 2000";
            case NEWEST, OLDEST -> "'2026-11-21 10:20:00', '2026-11-21 10:20:00', 2000";
        };
    }

    private static long rows(Row plan) {
        return Long.parseLong(String.valueOf(plan.getValue("rows")));
    }

    private static Row plan(String sql, String values) {
        List<Row> plans = plans(sql, values);
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    private static List<Row> plans(String sql, String values) {
        String filled = TIMED.matcher(sql).replaceAll("");
        for (String value : values.split(", ")) {
            filled = filled.replaceFirst("\\?", value);
        }
        return tables.run("EXPLAIN FORMAT=TRADITIONAL " + filled);
    }
}
