package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Wired;
import io.likewire.system.standalone.StandaloneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/rest-api.md, run as they stand there: on a system as {@code ./run} starts it, and over TLS. */
@Tag("full")
class ExamplesIT {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/rest-api.md");
    private static final Path FOLDER = Path.of("target", "examples").toAbsolutePath();
    private static final StandaloneProcess RUN = StandaloneProcess.create("examples");
    private static final Pattern PRINTED = Pattern.compile("administrator is admin with the password (\\S+)");

    @BeforeAll
    static void start() {
        RUN.start(Map.of());
    }

    @AfterAll
    static void end() {
        RUN.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sh, bash, false", "sh, bash, true",
        "js, node, false", "js, node, true",
        "python, python3, false", "python, python3, true"
    })
    void theyDoWhatTheySay(String language, String program, boolean secure) throws IOException {
        Program.need(program);
        Files.createDirectories(FOLDER);
        Path script = Files.writeString(FOLDER.resolve("examples.sh"), shell(language, program, secure));

        Program.run(FOLDER, environment(secure), List.of("bash", script.toString()))
                .orFail();
    }

    /** All blocks for a shell; or the first two, which log in, before a program with all blocks of its language. */
    private static String shell(String language, String program, boolean secure) throws IOException {
        Stream<String> blocks = blocks("sh").stream();
        String more = "";
        if (!language.equals("sh")) {
            String name = language.equals("js") ? "examples.mjs" : "examples.py";
            Files.writeString(FOLDER.resolve(name), String.join("\n", blocks(language)));
            blocks = blocks.limit(2);
            more = program + " " + name + "\n";
        }
        return ("set -eo pipefail\n" + blocks.collect(Collectors.joining("\n")) + more)
                .replace("\"admin\",\"password\"", '"' + (secure ? AccountSettings.ADMIN : "admin") + "\",\"password\"")
                .replace("THE PRINTED ONE", secure ? AccountSettings.PASSWORD : printed());
    }

    private static String printed() {
        Matcher line = PRINTED.matcher(RUN.output());
        assertThat(line.find()).as(RUN.output()).isTrue();
        return line.group(1);
    }

    /** Where the examples find a gateway; and, for one with TLS, whom their programs trust. */
    private static Map<String, String> environment(boolean secure) {
        String authority = LocalCertificate.authority().toString();
        return secure
                ? Map.of(
                        "B",
                        Wired.secureGateway().toString(),
                        "CURL_CA_BUNDLE",
                        authority,
                        "NODE_EXTRA_CA_CERTS",
                        authority,
                        "SSL_CERT_FILE",
                        authority)
                : Map.of("B", RUN.address().toString());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
