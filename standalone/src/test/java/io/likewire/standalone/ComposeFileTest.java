package io.likewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {
    private static final Path FILE = Path.of("..", "docker-compose.yml");
    private static final Set<String> OURS = Set.of("gateway", "products", "likes", "auth");
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "gateway", Set.of("VISITOR_KEY_FILE", "CLUSTER_HOST", "CLUSTER_MEMBERS"),
            "products",
                    Set.of(
                            "PRODUCTS_MYSQL_URI",
                            "PRODUCTS_MYSQL_MIGRATIONS_URI",
                            "AMQP_URI",
                            "CLUSTER_HOST",
                            "CLUSTER_MEMBERS"),
            "likes",
                    Set.of(
                            "LIKES_MYSQL_URI",
                            "LIKES_MYSQL_MIGRATIONS_URI",
                            "AMQP_URI",
                            "CLUSTER_HOST",
                            "CLUSTER_MEMBERS"),
            "auth",
                    Set.of(
                            "AUTH_MYSQL_URI",
                            "AUTH_MYSQL_MIGRATIONS_URI",
                            "AUTH_KEY_FILE",
                            "CLUSTER_HOST",
                            "CLUSTER_MEMBERS"));
    private static final String FROM_OUTSIDE = "\\$\\{[A-Z_]+:\\?[^}]+}";
    private static final Pattern PASSWORD_IN_URI = Pattern.compile("://[^:/@]+:(.+)@[^@]+$");
    private static final Pattern PASSWORD_IN_JSON = Pattern.compile("\"password\": *\"([^\"]*)\"");

    private static String text;
    private static Map<String, Object> file;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FILE);
        file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @Test
    void theWholeSystemIsThere() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder(
                        "products-db", "likes-db", "auth-db", "rabbitmq", "products", "likes", "auth", "gateway");
        assertThat(service("products-db")).containsEntry("image", "mysql:8.4");
        assertThat(service("likes-db")).containsEntry("image", "mysql:8.4");
        assertThat(service("rabbitmq")).containsEntry("image", "rabbitmq:4");
    }

    @Test
    void everyServiceHasAHealthCheckAndIsConfined() {
        services().keySet().forEach(name -> {
            assertThat(map(service(name).get("healthcheck"))).as(name).containsKeys("test", "interval", "timeout");
            assertThat(service(name))
                    .as(name)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsKeys("mem_limit", "pids_limit")
                    .doesNotContainKey("privileged");
            assertThat(String.valueOf(service(name).get("user"))).as(name).doesNotMatch("null|root.*|0(:.*)?");
        });
        OURS.forEach(name -> assertThat(service(name)).as(name).containsEntry("read_only", true));
    }

    @Test
    void whatAServiceWaitsForExistsAndCanBecomeHealthy() {
        OURS.forEach(name -> map(service(name).get("depends_on")).forEach((other, condition) -> {
            assertThat(map(condition)).as("%s on %s", name, other).containsEntry("condition", "service_healthy");
            assertThat(service(other)).as(other).containsKey("healthcheck");
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "products", "likes", "auth"})
    void aServiceGetsTheSettingsThatItRequires(String name) {
        assertThat(environment(name).keySet()).containsAll(REQUIRED.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "products", "likes", "auth"})
    void aNodeHasTheAddressThatTheOthersJoin(String name) {
        String host = environment(name).get("CLUSTER_HOST");
        Map<String, Object> cluster = map(map(service(name).get("networks")).get("cluster"));
        assertThat(cluster).containsEntry("ipv4_address", host);
        assertThat(environment(name).get("CLUSTER_MEMBERS")).contains(host + ":");
    }

    @Test
    void onlyTheGatewayIsReachedFromOutside() {
        services().keySet().stream()
                .filter(name -> !name.equals("gateway"))
                .forEach(name -> assertThat(service(name)).as(name).doesNotContainKey("ports"));
    }

    @Test
    void passwordsComeFromOutsideAndNobodyIsRootOrGuest() {
        services().keySet().stream()
                .flatMap(name -> environment(name).entrySet().stream())
                .forEach(ComposeFileTest::assertNoLiteralPassword);
        assertThat(PASSWORD_IN_JSON.matcher(text).results().map(match -> match.group(1)))
                .hasSize(2)
                .allMatch(password -> password.matches(FROM_OUTSIDE));
        assertThat(text).doesNotContainPattern("://(root|guest):").doesNotContain("MYSQL_ROOT_PASSWORD");
    }

    private static void assertNoLiteralPassword(Map.Entry<String, String> setting) {
        if (setting.getKey().endsWith("_PASSWORD") && !setting.getKey().equals("MYSQL_RANDOM_ROOT_PASSWORD")) {
            assertThat(setting.getValue()).as(setting.getKey()).matches(FROM_OUTSIDE);
        }
        PASSWORD_IN_URI.matcher(setting.getValue()).results().forEach(uri -> assertThat(uri.group(1))
                .as(setting.getKey())
                .matches(FROM_OUTSIDE));
    }

    @Test
    void networksSecretsAndConfigsThatAreNamedExist() {
        services().keySet().forEach(name -> {
            assertThat(map(file.get("networks")).keySet())
                    .containsAll(names(service(name).get("networks")));
            assertThat(map(file.get("secrets")).keySet())
                    .containsAll(names(service(name).get("secrets")));
            assertThat(map(file.get("configs")).keySet())
                    .containsAll(names(service(name).get("configs")));
        });
    }

    private static Map<String, Object> services() {
        return map(file.get("services"));
    }

    private static Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    private static Map<String, String> environment(String name) {
        return map(service(name).getOrDefault("environment", Map.of())).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
    }

    private static List<String> names(Object listOrMap) {
        if (listOrMap instanceof List<?> list) {
            return list.stream()
                    .map(one -> String.valueOf(one instanceof Map<?, ?> map ? map.get("source") : one))
                    .toList();
        }
        return listOrMap == null ? List.of() : List.copyOf(map(listOrMap).keySet());
    }

    private static Map<String, Object> map(Object yaml) {
        assertThat(yaml).isInstanceOf(Map.class);
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) yaml).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }
}
