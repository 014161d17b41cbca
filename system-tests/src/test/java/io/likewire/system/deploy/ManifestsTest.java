package io.likewire.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as they are written, and as Kustomize renders them where there is a kubectl. */
@Tag("full")
class ManifestsTest {
    private static final Path BRIDGE = Manifests.FOLDER.resolve("components/tutorial-bridge");

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging", "production"})
    void anOverlayIsWholeAndKeepsToTheRules(String overlay) {
        List<Manifest> manifests = Manifests.of(Manifests.FOLDER.resolve("overlays/" + overlay));

        assertThat(manifests).hasSizeGreaterThan(30);
        assertThat(faults(manifests, secrets(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging", "production"})
    void whatKustomizeMakesOfItKeepsToTheRulesToo(String overlay) {
        List<Manifest> manifests = rendered(Manifests.FOLDER.resolve("overlays/" + overlay));

        assertThat(manifests)
                .hasSameSizeAs(Manifests.of(Manifests.FOLDER.resolve("overlays/" + overlay)))
                .allSatisfy(one -> assertThat(
                                one.is("Namespace")
                                        ? one.name()
                                        : one.at("metadata").getString("namespace"))
                        .startsWith("likewire"));
        assertThat(faults(manifests, secrets(overlay))).isEmpty();
    }

    @Test
    void theTutorialsBridgeKeepsToTheRulesToo() {
        List<Manifest> manifests = new ArrayList<>(Manifests.of(Manifests.FOLDER.resolve("overlays/production")));
        manifests.addAll(Manifests.of(BRIDGE));

        assertThat(faults(manifests, secrets("production"))).isEmpty();
    }

    @Test
    void kustomizeAddsTheBridgeToAnOverlay(@TempDir Path folder) throws IOException {
        copy(Manifests.ROOT.resolve("deploy"), folder);
        Path overlay = folder.resolve("kubernetes/overlays/production");
        Path file = overlay.resolve("kustomization.yaml");
        Files.writeString(
                file,
                Manifests.read(file).replace("components:\n", "components:\n  - ../../components/tutorial-bridge\n"));

        List<Manifest> manifests = rendered(overlay);

        assertThat(manifests).extracting(Manifest::toString).contains("Deployment tutorial-bridge");
        assertThat(faults(manifests, secrets("production"))).isEmpty();
    }

    @Test
    void everyFileIsPartOfSomething() throws IOException {
        Stream<Path> used = Stream.of("overlays/development", "overlays/staging", "components/tutorial-bridge")
                .flatMap(one -> Manifests.files(Manifests.FOLDER.resolve(one)).stream());
        try (Stream<Path> files = Files.walk(Manifests.FOLDER)) {
            assertThat(used)
                    .containsAll(files.filter(file -> file.toString().endsWith(".yaml"))
                            .toList());
        }
    }

    @Test
    void theSecretsOfDevelopmentAreNewEachTimeAndWellFormed() {
        List<Manifest> secrets = Secrets.printed();

        assertThat(new KubernetesModel().faults(secrets)).isEmpty();
        assertThat(Secrets.printed()).doesNotContainAnyElementsOf(secrets);
    }

    private static List<String> faults(List<Manifest> manifests, Map<String, Set<String>> secrets) {
        return rules(secrets).flatMap(rule -> rule.faults(manifests).stream()).toList();
    }

    static Stream<Rule> rules(Map<String, Set<String>> secrets) {
        return Stream.of(
                new KubernetesModel(),
                new PodRules(),
                new ReferenceRules(),
                new NetworkRules(),
                new SettingsRules(),
                new SecretRules(secrets));
    }

    private static Map<String, Set<String>> secrets(String overlay) {
        return overlay.equals("development") ? Secrets.ofDevelopment() : Secrets.ofProduction();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static List<Manifest> rendered(Path kustomization) {
        Assumptions.assumeTrue(Program.onPath("kubectl"), "no kubectl on the PATH");
        Program kustomize = Program.run(
                Path.of("target", "kubernetes"), Map.of(), List.of("kubectl", "kustomize", kustomization.toString()));
        assertThat(kustomize.exit()).as(kustomize.output()).isZero();
        return Manifests.parse(kustomize.output());
    }
}
