package io.likewire.gateway.lists;

import io.likewire.contracts.problems.FieldErrors;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the query parameters of a list; collects what is wrong with each. */
public final class ListRequest {
    private static final int LIMIT_USUAL = 100;
    private static final Set<String> NAMES = Set.of("limit", "after", "sort", "q", "ids", "total");
    private static final ProductQuery USUAL = ProductQuery.first(LIMIT_USUAL);
    private final MultiMap parameters;
    private final FieldErrors errors = new FieldErrors();

    private ListRequest(MultiMap parameters) {
        this.parameters = parameters;
    }

    /** @throws Refusal with a sentence for each wrong parameter */
    public static ProductQuery read(MultiMap parameters) {
        return parameters.isEmpty() ? USUAL : new ListRequest(parameters).query();
    }

    private ProductQuery query() {
        parameters.names().forEach(this::checkName);
        int limit = value("limit", LIMIT_USUAL, ListRequest::limit);
        ProductSort sort = value("sort", ProductSort.ID, ListRequest::sort);
        SearchText search = value("q", null, this::search);
        List<Long> ids = value("ids", List.of(), ListRequest::ids);
        boolean total = value("total", false, ListRequest::total);
        ProductPosition after = errors.has("sort") || errors.has("q")
                ? null
                : value("after", null, text -> Cursor.parse(text, sort, search));
        errors.throwIfAny();
        return new ProductQuery(sort, search, ids, after, limit, total);
    }

    private void checkName(String name) {
        if (!NAMES.contains(name)) {
            errors.add(name, "This parameter is not known.");
        } else if (parameters.getAll(name).size() > 1) {
            errors.add(name, "Expected once.");
        } else if (parameters.contains("ids") && !name.equals("ids")) {
            errors.add(name, "Not together with ids.");
        }
    }

    private <T> T value(String name, T usual, Function<String, T> reader) {
        String text = parameters.get(name);
        if (text == null || errors.has(name)) {
            return usual;
        }
        T value = reader.apply(text);
        if (value == null) {
            errors.add(name, sentence(name));
        }
        return value == null ? usual : value;
    }

    private static String sentence(String name) {
        return switch (name) {
            case "limit" -> "Expected a number from 1 to " + ProductQuery.LIMIT_MAX + ".";
            case "sort" -> "Expected id, likes, title or createdAt, or one of them after a minus.";
            case "ids" -> "Expected 1 to " + ProductQuery.IDS_MAX + " whole numbers above 0, separated by commas.";
            case "total" -> "Expected true or false.";
            default -> "This is no cursor that we gave for this sort and search.";
        };
    }

    private static Integer limit(String text) {
        long limit = Ids.parse(text, 0);
        return limit == Ids.NONE || limit > ProductQuery.LIMIT_MAX ? null : (int) limit;
    }

    private static ProductSort sort(String text) {
        return ProductSort.ofWireName(text).orElse(null);
    }

    private SearchText search(String text) {
        try {
            return SearchText.parse(text);
        } catch (Refusal refusal) {
            refusal.errors().forEach((name, sentences) -> errors.add(name, sentences.get(0)));
            return null;
        }
    }

    private static List<Long> ids(String text) {
        List<Long> ids = Ids.list(text, ProductQuery.IDS_MAX);
        return ids == null ? null : ids.stream().sorted().toList();
    }

    private static Boolean total(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
    }
}
