package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Role;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the OpenAPI file, called by everybody: who gets in is who the file says. */
class WhoMayDoWhatTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @AutoClose
    private static final TestGateway gateway = TestGateway.strict();

    @ParameterizedTest(name = "{0} {1} as {2}")
    @MethodSource("matrix")
    void isWhatTheFileSays(String method, String path, String caller, boolean open, Role needed) {
        int status = call(method, path, caller);
        if (open || may(caller, needed)) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(caller.equals("anonymous") ? 401 : 403);
        }
    }

    @Test
    void whatTheFileDoesNotSayIsForAdministrators() throws IOException {
        assertThat(contract().get("security").toString()).isEqualTo("[{account=[admin]}]");
        assertThat(matrix().filter(row -> row.get()[2].equals("user") && row.get()[4] == Role.ADMIN))
                .extracting(row -> row.get()[0] + " " + row.get()[1])
                .containsExactlyInAnyOrder(
                        "POST /api/products",
                        "POST /api/products/batch",
                        "POST /api/products/import",
                        "PUT /api/products/1",
                        "PATCH /api/products/1",
                        "DELETE /api/products/1",
                        "GET /api/operations/nodes",
                        "GET /api/operations/messages/parked",
                        "POST /api/operations/messages/parked/replay",
                        "POST /api/operations/messages/parked/drop",
                        "GET /api/users",
                        "POST /api/users",
                        "PATCH /api/users/2");
    }

    private static boolean may(String caller, Role needed) {
        return Role.of(caller).filter(role -> role.includes(needed)).isPresent();
    }

    private static int call(String method, String path, String caller) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        Role.of(caller)
                .ifPresent(role -> headers.addAll(
                        List.of("Authorization", "Bearer " + FakeAuth.token(role == Role.ADMIN ? 1 : 2, role))));
        if (path.equals("/api/auth/refresh")) {
            headers.addAll(List.of("Cookie", "refresh=refresh-token"));
        }
        String body = method.equals("GET") ? null : body(path);
        HttpResponse<String> answer = gateway.send(method, path, body, headers.toArray(String[]::new));
        return answer.statusCode();
    }

    private static String body(String path) {
        return path.endsWith("/login") || path.endsWith("/register")
                ? "{\"username\":\"ann\",\"password\":\"" + FakeAuth.PASSWORD + "\"}"
                : "{}";
    }

    static Stream<Arguments> matrix() throws IOException {
        Map<String, Object> contract = contract();
        Map<String, Map<String, Object>> paths = cast(contract.get("paths"));
        return paths.entrySet().stream()
                .filter(path -> !path.getKey().equals("/api/likes/stream"))
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .flatMap(operation -> rows(path.getKey(), operation, contract)));
    }

    private static Stream<Arguments> rows(String path, Map.Entry<String, Object> operation, Map<String, Object> file) {
        Map<String, Object> described = cast(operation.getValue());
        List<Map<String, List<String>>> ways = cast(described.getOrDefault("security", file.get("security")));
        boolean open = ways.stream().anyMatch(way -> !way.containsKey("account"));
        Role needed = open || !ways.get(0).get("account").contains("admin") ? Role.USER : Role.ADMIN;
        String concrete = path.replace("{productId}", "1")
                .replace("{userId}", "2")
                .replace("{problem}", "timeout")
                .replace("{lot}", "parked");
        return Stream.of("anonymous", "user", "admin")
                .map(caller ->
                        Arguments.of(operation.getKey().toUpperCase(Locale.ROOT), concrete, caller, open, needed));
    }

    private static Map<String, Object> contract() throws IOException {
        try (var file = WhoMayDoWhatTest.class.getResourceAsStream("/openapi/likewire.yaml")) {
            return new Yaml().load(file);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
