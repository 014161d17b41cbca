package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts call, in a checkout that has nothing else. */
@Tag("full")
class CiScriptsTest {
    private static final List<String> BASIC = List.of("bash", "cat", "chmod", "dirname", "rm");
    private static final String[] NEEDED = {
        "mariadbd",
        "mariadb-dump",
        "mariadb-binlog",
        "chromium",
        "node",
        "npm",
        "promtool",
        "shellcheck",
        "iptables",
        "ip",
        "haproxy",
        "nginx"
    };

    @TempDir
    private Path checkout;

    private Stubs stubs;

    /** What the scripts name by its place is in the checkout too. */
    @BeforeEach
    void copy() throws IOException {
        stubs = new Stubs(checkout).with("mvn");
        Files.createDirectory(checkout.resolve(".ci"));
        Files.createDirectories(checkout.resolve("usr/sbin"));
        for (Path script : Scripts.in(".ci")) {
            String text = Scripts.read(script).replaceAll("(?<!#!)/usr/", checkout + "/usr/");
            Files.writeString(checkout.resolve(".ci").resolve(script.getFileName()), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "test, mvn -B -ntp verify -o;mvn -B -ntp verify -Prest -o",
        "scan, mvn -B -ntp verify -Pvulnerabilities -DskipTests -o",
        "soak, mvn -B -ntp verify -Psoak -o"
    })
    void argumentsGoToMaven(String script, String calls) throws IOException {
        stubs.runWithOnly(BASIC, ".ci/" + script, "-o").orFail();
        assertThat(stubs.calls()).containsExactly(calls.split(";"));
    }

    @Test
    void aFailedTestEndsTheRun() throws IOException {
        haveAll();
        stubs.with("mvn", "exit 1");
        assertThat(stubs.runWithOnly(BASIC, ".ci/run").exit()).isEqualTo(1);
        assertThat(stubs.calls()).containsExactly("mvn -B -ntp verify");
    }

    @Test
    void whereAllIsThereNothingIsInstalledAndEveryTestIsRunOnce() throws IOException {
        haveAll();
        stubs.runWithOnly(BASIC, ".ci/run").orFail();
        assertThat(stubs.calls()).containsExactly("mvn -B -ntp verify", "mvn -B -ntp verify -Prest");
    }

    @Test
    void whatIsMissingIsInstalledAndStartsNoService() throws IOException {
        Path policy = checkout.resolve("usr/sbin/policy-rc.d");
        stubs.with("apt-get", policy + "; [ $? = 101 ]");

        stubs.runWithOnly(BASIC, ".ci/install").orFail();

        assertThat(stubs.calls())
                .containsExactly(
                        "apt-get update -qq",
                        "apt-get install -y -qq --no-install-recommends mariadb-server-core mariadb-client-core"
                                + " mariadb-client rabbitmq-server chromium nodejs npm python3-pika prometheus shellcheck"
                                + " iptables iproute2 haproxy nginx");
        assertThat(policy).doesNotExist();
    }

    private void haveAll() throws IOException {
        stubs.with(NEEDED).with("apt-get");
        for (String program : List.of("usr/lib/rabbitmq/bin/rabbitmq-server", "usr/bin/python3")) {
            Path file = checkout.resolve(program);
            Files.createDirectories(file.getParent());
            assertThat(Files.writeString(file, "#!/bin/bash\n").toFile().setExecutable(true))
                    .isTrue();
        }
    }

    @Test
    void migrationsAreOverBeforeServicesAreWaitedFor() throws IOException {
        stubs.with("kubectl", "if [ \"$1\" = kustomize ]; then cat \"$2\"/../../base/*.yaml; fi");
        String deploy = Scripts.ROOT.resolve(".ci/deploy").toString();

        Program deployed = stubs.run(Map.of(), deploy, "production", "1.2.3", "registry.example.org/shop");

        deployed.orFail();
        assertThat(deployed.output()).contains("deploying registry.example.org/shop/likewire/likes:1.2.3\n");
        assertThat(stubs.calls().stream().map(call -> call.replaceFirst("-f /\\S+", "-f FILE")))
                .containsExactly(
                        "kubectl kustomize deploy/kubernetes/overlays/production",
                        "kubectl --namespace likewire delete job --selector likewire.io/migrations=true --ignore-not-found",
                        "kubectl apply -f FILE",
                        "kubectl --namespace likewire wait job --selector likewire.io/migrations=true"
                                + " --for=condition=complete --timeout=60m",
                        "kubectl --namespace likewire rollout status deployment/products --timeout=15m",
                        "kubectl --namespace likewire rollout status deployment/likes --timeout=15m",
                        "kubectl --namespace likewire rollout status deployment/auth --timeout=15m",
                        "kubectl --namespace likewire rollout status deployment/gateway --timeout=15m");

        stubs.with("kubectl", "[ \"$3\" != wait ]");
        assertThat(stubs.run(Map.of(), deploy, "production").exit()).isEqualTo(1);
        assertThat(stubs.calls()).hasSize(4);
    }

    @Test
    void imagesAreBuiltAndPushed() throws IOException {
        stubs.with("docker");
        String image = Scripts.ROOT.resolve(".ci/image").toString();

        stubs.run(Map.of(), image, "1.2.3", "registry.example.org").orFail();

        assertThat(stubs.calls())
                .hasSize(10)
                .startsWith("docker build --target products --build-arg VERSION=1.2.3 --build-arg REVISION="
                        + Scripts.bash("git rev-parse HEAD || echo unknown")
                                .output()
                                .lines()
                                .reduce("", (a, b) -> b)
                        + " -t registry.example.org/likewire/products:1.2.3 .")
                .contains("docker push registry.example.org/likewire/tutorial-bridge:1.2.3");
    }
}
