package io.likewire.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as they are written, and as Kustomize renders them where there is a kubectl. */
@Tag("full")
class ManifestsTest {
    private static final String WITH_THE_BRIDGE = "target/kubernetes/with-the-bridge";

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging", "production", WITH_THE_BRIDGE})
    void anOverlayIsWholeAndKeepsToTheRules(String overlay) throws IOException {
        List<Manifest> manifests = Manifests.of(folder(overlay));

        assertThat(manifests).hasSizeGreaterThan(30);
        assertThat(Rules.faults(manifests, secrets(overlay))).isEmpty();

        Program.need("kubectl");
        List<Manifest> rendered = Manifests.parse(rendered(folder(overlay)));
        assertThat(rendered).hasSameSizeAs(manifests).allSatisfy(one -> assertThat(
                        one.text(one.is("Namespace") ? "/metadata/name" : "/metadata/namespace"))
                .startsWith("likewire"));
        assertThat(Rules.faults(rendered, secrets(overlay))).isEmpty();
    }

    /** 8 MB, and what is around them. */
    @Test
    void theLargestFileOfProductsPassesEachProxy() throws IOException {
        assertThat(Manifests.FOLDER.resolve("base/ingress.yaml")).content().contains("/proxy-body-size: 9m\n");
        assertThat(Manifests.FOLDER.resolve("../../docs/deployment.md"))
                .content()
                .contains("client_max_body_size 9m;");
    }

    @Test
    void theBridgeIsToldWhatTheTutorialsServicesKnow() throws IOException {
        assertThat(Manifests.of(folder(WITH_THE_BRIDGE)).stream()
                        .filter(one -> one.is("Deployment") && one.name().equals("tutorial-bridge"))
                        .flatMap(one -> one.all("/spec/template/spec/containers/*/env/*/name"))
                        .map(Manifest::text))
                .contains("TUTORIAL_COUNTERPART", "TUTORIAL_LIST_URI", "TUTORIAL_TELL_EXISTING");
    }

    @Test
    void everyFileIsPartOfSomething() throws IOException {
        try (Stream<Path> files = Files.walk(Manifests.FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml"))
                            .filter(file -> !file.endsWith("kustomization.yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Manifests.read(file.resolveSibling("kustomization.yaml")))
                            .containsPattern("(- |path: )" + file.getFileName() + "\n"));
        }
    }

    @Test
    void theSecretsOfDevelopmentAreNewEachTimeAndWellFormed() {
        List<Manifest> secrets = Secrets.printed();

        assertThat(Schema.faults(secrets)).isEmpty();
        assertThat(Secrets.printed()).doesNotContainAnyElementsOf(secrets);
    }

    private static Map<String, Set<String>> secrets(String overlay) {
        return overlay.equals("development") ? Secrets.ofDevelopment() : Secrets.ofProduction();
    }

    private static String rendered(Path kustomization) {
        List<String> command = List.of("kubectl", "kustomize", kustomization.toString());
        return Program.run(Path.of("target", "kubernetes"), Map.of(), command).orFail();
    }

    private static Path folder(String overlay) throws IOException {
        if (!overlay.equals(WITH_THE_BRIDGE)) {
            return Manifests.FOLDER.resolve("overlays/" + overlay);
        }
        Path folder = Files.createDirectories(Path.of(overlay).toAbsolutePath());
        Path deploy = folder.relativize(Manifests.FOLDER);
        Files.writeString(folder.resolve("kustomization.yaml"), String.format(Locale.ROOT, """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: likewire
                resources: [%s/overlays/production]
                components: [%s/components/tutorial-bridge]
                """, deploy, deploy));
        return folder;
    }
}
