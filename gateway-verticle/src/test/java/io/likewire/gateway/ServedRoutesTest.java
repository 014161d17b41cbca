package io.likewire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is served, and what the OpenAPI file says is served. */
class ServedRoutesTest {
    private static final Set<HttpMethod> OF_EVERY_ADDRESS = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS);

    @AutoClose
    private static TestGateway gateway;

    private static Map<String, Object> file;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(gateway.get("/openapi.yaml").body());
    }

    @Test
    void theOperationsServedAreTheOperationsDescribed() {
        assertThat(served()).containsExactlyInAnyOrderElementsOf(described());
    }

    @Test
    void whatElseIsServedIsNamed() {
        assertThat(others()).containsExactlyInAnyOrderElementsOf(also());
    }

    @Test
    void whatElseIsNamedIsServed() {
        assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/lib/lit-html/3.3.2/lit-html.js").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/eventbus/info").statusCode()).isEqualTo(200);
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        map(file.get("paths")).forEach((path, item) -> map(item).entrySet().stream()
                .filter(one -> HttpMethod.values()
                        .contains(HttpMethod.valueOf(one.getKey().toUpperCase(Locale.ROOT))))
                .forEach(one -> described.add(one.getKey().toUpperCase(Locale.ROOT) + " " + path + " "
                        + map(one.getValue()).get("operationId"))));
        return described;
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        for (Route route : gateway.router.getRoutes()) {
            if (route.getPath() == null || also().contains(route.getPath())) {
                continue;
            }
            String path = route.getPath().replaceAll(":([A-Za-z]+)", "{$1}");
            route.methods().stream()
                    .filter(method -> !OF_EVERY_ADDRESS.contains(method))
                    .forEach(method -> served.add(method + " " + path + " " + route.getMetadata("operationId")));
        }
        return served;
    }

    private static Set<String> others() {
        Set<String> others = new HashSet<>();
        gateway.router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().endsWith("/"))
                .forEach(route -> others.add(route.getPath()));
        return others;
    }

    @SuppressWarnings("unchecked")
    private static List<String> also() {
        return (List<String>) file.get("x-also-served");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
