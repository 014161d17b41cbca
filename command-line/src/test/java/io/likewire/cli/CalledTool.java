package io.likewire.cli;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server, and somebody with a token and a home folder who calls it. */
abstract class CalledTool {
    static final Map<String, String> TOKEN = Map.of("LIKEWIRE_TOKEN", "t1");

    @TempDir
    Path home;

    @RegisterExtension
    final ScriptedServer server = new ScriptedServer();

    Ran run(String... arguments) {
        return Ran.of(home, TOKEN, server.address(), arguments);
    }
}
