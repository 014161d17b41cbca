package io.likewire.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the containers are confined, joined and kept apart. */
class ComposeFileTest {
    private static final Set<String> PUBLISHED = Set.of("gateway", "balancer", "prometheus", "grafana", "jaeger");
    private static final Set<String> FACING_THE_WORLD = Set.of("edge", "dashboards");

    private final ComposeFile file = ComposeFile.read();

    ComposeFileTest() throws IOException {}

    @Test
    void withoutAProfileItIsTheWholeSystemAndNothingElse() {
        assertThat(file.services().stream()
                        .filter(name -> !file.service(name).containsKey("profiles"))
                        .toList())
                .containsExactlyInAnyOrder(
                        "products-db", "likes-db", "auth-db", "rabbitmq", "products", "likes", "auth", "gateway");
    }

    @Test
    void everyContainerIsConfinedAndLimited() {
        assertThat(file.services()).allSatisfy(name -> {
            JsonObject service = file.service(name);
            assertThat(service.getJsonArray("cap_drop")).isEqualTo(new JsonArray(List.of("ALL")));
            assertThat(service.getJsonArray("security_opt")).contains("no-new-privileges:true");
            assertThat(service.getBoolean("read_only")).isTrue();
            assertThat(service.getString("user")).doesNotMatch("root.*|0(:.*)?").isNotBlank();
            assertThat(service.getMap())
                    .containsKeys("mem_limit", "pids_limit", "healthcheck", "logging")
                    .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        });
        assertThat(file.ours()).allSatisfy(name -> assertThat(file.service(name).getString("user"))
                .isEqualTo("10001:10001"));
    }

    @Test
    void whatAServiceWaitsForExistsAndIsWaitedForUntilItIsHealthy() {
        assertThat(file.services()).allSatisfy(name -> {
            JsonObject awaited = file.service(name).getJsonObject("depends_on", new JsonObject());
            assertThat(file.services()).containsAll(awaited.fieldNames());
            assertThat(awaited.stream().map(one -> ((JsonObject) one.getValue()).getString("condition")))
                    .allMatch("service_healthy"::equals);
        });
    }

    @Test
    void portsAreOpenToThisMachineAloneAndNoneIsForManagement() {
        assertThat(file.services()).allSatisfy(name -> {
            List<?> ports =
                    file.service(name).getJsonArray("ports", new JsonArray()).getList();
            if (PUBLISHED.contains(name)) {
                assertThat(ports).asString().startsWith("[127.0.0.1:${");
            } else {
                assertThat(ports).isEmpty();
            }
        });
        assertThat(file.service("gateway").getJsonArray("ports").getString(0)).endsWith(":8080");
    }

    @Test
    void onlyWhatIsPublishedHasAWayOut() {
        Set<String> open = file.top("networks").stream()
                .filter(network -> !((JsonObject) network.getValue()).getBoolean("internal", false))
                .map(network -> network.getKey())
                .collect(Collectors.toSet());
        assertThat(open).isEqualTo(FACING_THE_WORLD);
        assertThat(file.services())
                .filteredOn(name -> file.names(name, "networks").stream().anyMatch(open::contains))
                .containsExactlyInAnyOrder("gateway", "gateway-2", "balancer", "prometheus", "grafana", "jaeger");
    }

    @Test
    void aDatabaseIsReachedByItsServiceAlone() {
        assertThat(List.of("products", "likes", "auth", "tutorial")).allSatisfy(owner -> assertThat(file.services())
                .filteredOn(name -> file.names(name, "networks").contains(owner + "-data"))
                .allMatch(name -> name.startsWith(owner)));
    }

    @Test
    void aNodeFindsItsAddressesAndTheOthersByNamesOfTheRightNetwork() {
        assertThat(file.ours()).allSatisfy(name -> {
            JsonObject networks = file.service(name).getJsonObject("networks");
            String program = file.program(name);
            assertThat(file.environment(name))
                    .containsEntry("CLUSTER_HOST", program + "-cluster")
                    .containsEntry("MANAGEMENT_HOST", program + "-management");
            assertThat(networks.getJsonObject("cluster").getJsonArray("aliases"))
                    .containsExactly(program + "-cluster");
            assertThat(networks.getJsonObject("management").getJsonArray("aliases"))
                    .contains(program, program + "-management");
        });
        assertThat(file.environment("gateway").get("CLUSTER_MEMBERS").split(","))
                .containsExactlyInAnyOrder(
                        "gateway-cluster:5700", "products-cluster:5701", "likes-cluster:5702", "auth-cluster:5703");
    }

    @Test
    void whatIsNamedIsDeclared() {
        assertThat(file.services()).allSatisfy(name -> {
            for (String section : List.of("networks", "secrets", "configs")) {
                assertThat(file.top(section).fieldNames()).containsAll(file.names(name, section));
            }
        });
    }
}
