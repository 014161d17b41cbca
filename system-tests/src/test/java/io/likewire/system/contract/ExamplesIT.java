package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Wired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/rest-api.md, run as they stand there. */
@Tag("full")
class ExamplesIT {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/rest-api.md");
    private static final Path FOLDER = Path.of("target", "examples").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "sh, bash, 'set -eo pipefail\n', false",
        "sh, bash, 'set -eo pipefail\n', true",
        "js, node, '', false",
        "js, node, '', true",
        "python, python3, '', false",
        "python, python3, '', true"
    })
    void theyDoWhatTheySay(String language, String program, String start, boolean secure) throws IOException {
        boolean there = Program.onPath(program);
        if (!there) {
            System.out.printf(Locale.ROOT, "ExamplesIT skipped for %s: no %s found on PATH%n", language, program);
        }
        Assumptions.assumeTrue(there, "no " + program + " found on PATH");
        Files.createDirectories(FOLDER);
        String suffix = language.equals("js") ? "mjs" : language;
        Path script = Files.writeString(FOLDER.resolve("examples." + suffix), start + blocks(language));

        Program run = Program.run(FOLDER, environment(secure), List.of(program, script.toString()));

        assertThat(run.exit()).as(run.output()).isZero();
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
                : Map.of("B", Wired.shared().cluster().gateway().toString());
    }

    private static String blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
