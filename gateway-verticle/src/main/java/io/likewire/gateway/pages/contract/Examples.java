package io.likewire.gateway.pages.contract;

import static io.likewire.gateway.pages.contract.Contract.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a body looks like: its own example, or one put together from those of its schema. */
record Examples(Contract contract) {
    private static final int DEEPEST = 5;

    /** Null where nobody has given one. */
    Object of(Map<String, Object> media) {
        return media.containsKey("example")
                ? media.get("example")
                : of(contract.resolved(media.get("schema")), DEEPEST);
    }

    private Object of(Map<String, Object> schema, int deep) {
        if (schema.containsKey("example") || deep == 0) {
            return schema.get("example");
        }
        if (schema.containsKey("items")) {
            Object item = of(contract.resolved(schema.get("items")), deep - 1);
            return item == null ? null : List.of(item);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map(schema.get("properties")).forEach((name, member) -> {
            Object example = of(contract.resolved(member), deep - 1);
            if (example != null) {
                members.put(name, example);
            }
        });
        return members.isEmpty() ? null : members;
    }
}
