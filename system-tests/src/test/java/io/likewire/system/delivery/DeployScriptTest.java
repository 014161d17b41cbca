package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be done: there is no cluster and no container engine in a build. */
@Tag("full")
class DeployScriptTest {
    @ParameterizedTest
    @CsvSource({"development, likewire-development", "staging, likewire-staging", "production, likewire"})
    void migrationsComeFirstAndEveryServiceIsWaitedFor(String stage, String namespace) {
        Program.need("kubectl");

        String deploy = Scripts.ci("deploy", stage, "1.2.3", "registry.example.org/shop", "--dry-run")
                .orFail();

        assertThat(deploy)
                .contains("deploying registry.example.org/shop/likewire/likes:1.2.3\n")
                .containsSubsequence(
                        "delete job",
                        "apply -f",
                        "kubectl --namespace " + namespace + " wait job",
                        "rollout status deployment/products",
                        "deployment/gateway");
    }

    @Test
    void anImageIsBuiltForEachService() {
        String image = Scripts.ci("image", "1.2.3", "registry.example.org", "--dry-run")
                .orFail();

        assertThat(Stream.of("products", "likes", "auth", "gateway", "tutorial-bridge"))
                .allSatisfy(service -> assertThat(image)
                        .contains("docker build --target " + service + " ")
                        .contains("docker push registry.example.org/likewire/" + service + ":1.2.3\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "deploy, nowhere, there is no deploy/kubernetes/overlays/nowhere",
        "image, latest, expected a version such as 0.1.0"
    })
    void whatIsWrongIsSaidInOneLine(String script, String argument, String reason) {
        Program wrong = Scripts.ci(script, argument, "--dry-run");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.output().lines()).singleElement().asString().contains(reason);
    }
}
