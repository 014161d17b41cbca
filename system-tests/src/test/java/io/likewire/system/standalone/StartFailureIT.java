package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartFailureIT {
    private final StandaloneProcess system = StandaloneProcess.create("start-failure");

    @BeforeAll
    void unpacked() {
        system.start();
    }

    @AfterAll
    void removed() {
        system.close();
    }

    @BeforeEach
    void stopped() {
        if (system.isRunning()) {
            system.process().terminate();
        }
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedInOneLine() throws Exception {
        system.start();
        JarProcess second = system.launch(Map.of("HTTP_PORT", Integer.toString(LoopbackPort.findFree())));

        assertRefused(second, "in use by another running instance");
        assertThat(system.catalogue().titles()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PORT", "MANAGEMENT_PORT"})
    void aTakenPortIsRefusedInOneLineAndNothingStaysBehind(String variable) throws Exception {
        try (ServerSocket taken = new ServerSocket(LoopbackPort.findFree(), 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(system.launch(Map.of(variable, port)), variable, port);
        }
        assertThat(system.servers()).isEmpty();
    }

    @Test
    void aLogSettingThatIsNoneIsRefusedInOneLineAlsoByACheck() throws Exception {
        Map<String, String> loud = Map.of("LOG_LEVEL", "LOUD", "LOG_FORMAT", " ");
        assertRefused(system.launch(loud), "LOG_LEVEL: expected TRACE, ");
        assertThat(Program.run(Path.of("target"), loud, JarProcess.command("standalone", "--check-config")))
                .isEqualTo(new Program(
                        2, "likewire: LOG_LEVEL: expected TRACE, DEBUG, INFO, WARN or ERROR, but got 'LOUD'\n"));
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsRefusedInOneLine(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertRefused(
                system.launch(Map.of("DATA_DIR", file.resolve("data").toString())),
                file.resolve("data").toString());
    }

    @Test
    void aKeyThatOthersMayReadIsRefusedInOneLine(@TempDir Path directory) throws Exception {
        Path key = Files.writeString(directory.resolve("visitor.key"), "k".repeat(64));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        JarProcess process = system.launch(Map.of("DATA_DIR", directory.toString()));

        assertThat(process.exitCode()).isEqualTo(2);
        assertThat(process.output()).contains("likewire: DATA_DIR: " + key, "others may read it");
    }

    private static void assertRefused(JarProcess process, String... reasons) throws InterruptedException, IOException {
        assertThat(process.exitCode()).isEqualTo(2);
        assertThat(process.output().lines().toList()).singleElement().asString().startsWith("likewire: ");
        assertThat(process.output()).contains(reasons);
    }
}
