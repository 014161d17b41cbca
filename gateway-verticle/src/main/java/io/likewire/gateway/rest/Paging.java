package io.likewire.gateway.rest;

import io.likewire.contracts.problems.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which page of a list.
 *
 * @param after id of the last product of the page before; 0 for the first page
 */
record Paging(int limit, long after) {
    private static final int LIMIT_MAX = 500;
    private static final int LIMIT_USUAL = 100;
    private static final int INVALID = -1;
    private static final Paging FIRST = new Paging(LIMIT_USUAL, 0);

    static Paging of(RoutingContext context) {
        if (context.request().query() == null) {
            return FIRST;
        }
        int limit = limit(context.queryParam("limit"));
        long after = after(context.queryParam("after"));
        Map<String, List<String>> errors = new TreeMap<>();
        if (limit == INVALID) {
            errors.put("limit", List.of("Expected a number from 1 to " + LIMIT_MAX + "."));
        }
        if (after == Cursor.INVALID) {
            errors.put("after", List.of("This is no cursor that we gave."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new Paging(limit, after);
    }

    String linkAfter(long lastId) {
        return "</api/products?limit=" + limit + "&after=" + Cursor.print(lastId) + ">; rel=\"next\"";
    }

    private static int limit(List<String> values) {
        if (values.isEmpty()) {
            return LIMIT_USUAL;
        }
        try {
            int limit = Integer.parseInt(values.get(0));
            return values.size() == 1 && limit >= 1 && limit <= LIMIT_MAX ? limit : INVALID;
        } catch (NumberFormatException e) {
            return INVALID;
        }
    }

    private static long after(List<String> values) {
        if (values.isEmpty()) {
            return 0;
        }
        return values.size() == 1 ? Cursor.parse(values.get(0)) : Cursor.INVALID;
    }
}
