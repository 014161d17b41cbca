package io.likewire.gateway.api;

import io.likewire.gateway.edge.ApiPath;
import io.vertx.core.http.HttpMethod;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes. */
final class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> patterns = new HashMap<>();

    AllowedMethods(Collection<Operation> operations) {
        for (Operation operation : operations) {
            boolean named = operation.path().contains("{");
            String path = named ? PARAMETER.matcher(operation.path()).replaceAll("[^/]+") : operation.path();
            Set<String> methods =
                    (named ? patterns : exact).computeIfAbsent(path, first -> new TreeSet<>(Set.of("OPTIONS")));
            methods.add(operation.method().name());
            if (operation.method() == HttpMethod.GET) {
                methods.add("HEAD");
            }
        }
    }

    /** As in the Allow header; null for an unknown path. */
    String header(String path) {
        Set<String> methods = of(path);
        return methods == null ? null : String.join(", ", methods);
    }

    /**
     * Whether the path has a name of its own and takes other methods: {@code GET /api/products/batch} is no product named
     * "batch".
     */
    boolean refuses(HttpMethod method, String path) {
        Set<String> methods = exact.get(ApiPath.plain(path));
        return methods != null && !methods.contains(method.name());
    }

    private Set<String> of(String requested) {
        String path = ApiPath.plain(requested);
        Set<String> methods = exact.get(path);
        return methods != null
                ? methods
                : patterns.entrySet().stream()
                        .filter(pattern -> path.matches(pattern.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
