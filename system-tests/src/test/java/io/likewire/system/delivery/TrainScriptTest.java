package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an image's service is started while the image is built; the real thing is in {@code ComposeIT}. */
@Tag("full")
class TrainScriptTest {
    private static final String SCRIPT =
            Scripts.ROOT.resolve("deploy/images/train.sh").toString();

    @TempDir
    private Path folder;

    @Test
    void theServiceIsAskedToEndWhenItIsReadyAndLeavesItsClasses() throws IOException {
        Stubs stubs = new Stubs(folder).with("java", """
                case "$*" in
                  *ReadyCheck) test -f started ;;
                  *ArchiveClassesAtExit*)
                    trap 'echo classes >service.jsa; exit' TERM
                    env >environment; touch started
                    while :; do sleep 0.1; done ;;
                esac""");

        stubs.run(Map.of("SERVICE", "auth", "MANAGEMENT_PORT", "9093"), SCRIPT).orFail();

        assertThat(stubs.calls())
                .anyMatch(call -> call.matches("java -jar service.jar rotate-key /\\S+/auth.pem"))
                .contains("java -XX:ArchiveClassesAtExit=service.jsa -Xlog:cds*=error -jar service.jar")
                .endsWith("java -cp ready.jar io.likewire.platform.launch.ReadyCheck");
        assertThat(folder.resolve("environment"))
                .content()
                .contains("MANAGEMENT_PORT=27279\n", "CLUSTER_PORT=27280\n", "CLUSTER_MEMBERS=127.0.0.1:27280\n")
                .contains("AUTH_MYSQL_URI=mysql://", "AMQP_URI=amqp://", "DEVELOPMENT=true\n");
    }

    @Test
    void aServiceThatEndsByItselfFailsTheBuild() throws IOException {
        Stubs stubs = new Stubs(folder).with("java");

        assertThat(stubs.run(Map.of("SERVICE", "likes", "MANAGEMENT_PORT", "9092"), SCRIPT)
                        .exit())
                .isNotZero();
    }
}
