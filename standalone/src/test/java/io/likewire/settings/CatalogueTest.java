package io.likewire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.auth.AuthMain;
import io.likewire.auth.keys.KeyRotation;
import io.likewire.gateway.GatewayMain;
import io.likewire.likes.LikesMain;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.Setting;
import io.likewire.platform.config.SettingsCatalogue;
import io.likewire.platform.config.SettingsCatalogue.Described;
import io.likewire.platform.launch.NodeSettings;
import io.likewire.platform.launch.Service;
import io.likewire.products.ProductsMain;
import io.likewire.tutorial.TutorialBridgeMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue says of each service what it really reads. */
class CatalogueTest {
    /** Before there are settings. */
    private static final Set<String> READ_ELSEWHERE = Set.of("AWS_SECRET_ID");

    private static final SettingsCatalogue CATALOGUE = SettingsCatalogue.read();

    @TempDir
    private static Path folder;

    static Stream<Service> services() {
        return Stream.of(
                GatewayMain.SERVICE,
                ProductsMain.SERVICE,
                LikesMain.SERVICE,
                AuthMain.SERVICE,
                TutorialBridgeMain.SERVICE);
    }

    @ParameterizedTest
    @MethodSource("services")
    void itNamesTheSettingsThatAServiceAsksForAndNoOthers(Service service) throws IOException {
        assertThat(asked(service).keySet()).isEqualTo(described(service.name()).keySet());
    }

    @ParameterizedTest
    @MethodSource("services")
    void itHasTheirDefaultsAndRanges(Service service) throws IOException {
        Map<String, Described> described = described(service.name());
        asked(service).forEach((name, setting) -> {
            String fallback = described.get(name).fallback(service.name());
            if (setting.required()) {
                assertThat(fallback).as(name).isEqualTo("(required)");
            } else if (setting.fallback() == null || setting.fallback().isEmpty()) {
                assertThat(fallback).as(name).startsWith("(").isNotEqualTo("(required)");
            } else {
                assertThat(fallback).as(name).isEqualTo(setting.fallback());
            }
            if (!setting.values().isEmpty()) {
                assertThat(described.get(name).values()).as(name).isEqualTo(setting.values());
            }
        });
    }

    @Test
    void whatRunsAllInOneReadsWhatTheServicesReadButHasNoCluster() {
        Set<String> all = services()
                .filter(service -> service != TutorialBridgeMain.SERVICE)
                .flatMap(service -> described(service.name()).keySet().stream())
                .filter(name -> !name.startsWith("CLUSTER_"))
                .collect(Collectors.toCollection(TreeSet::new));
        all.add("DATA_DIR");

        assertThat(described("standalone").keySet()).isEqualTo(all);
    }

    private static Map<String, Described> described(String program) {
        return CATALOGUE.settingsOf(program).stream()
                .filter(setting -> !READ_ELSEWHERE.contains(setting.name()))
                .collect(Collectors.toMap(Described::name, Function.identity()));
    }

    private static Map<String, Setting> asked(Service service) throws IOException {
        Path visitors = Files.write(folder.resolve("visitor.key"), new byte[32]);
        Path keys = folder.resolve("auth.pem");
        KeyRotation.rotate(keys);
        Environment environment = Environment.of(Map.of(
                "VISITOR_KEY_FILE", visitors.toString(),
                "AUTH_KEY_FILE", keys.toString(),
                "AMQP_URI", "amqp://a:b@127.0.0.1:5672/c",
                "PRODUCTS_MYSQL_URI", "mysql://a:b@127.0.0.1:3306/c",
                "LIKES_MYSQL_URI", "mysql://a:b@127.0.0.1:3306/c",
                "AUTH_MYSQL_URI", "mysql://a:b@127.0.0.1:3306/c",
                "TUTORIAL_MYSQL_URI", "mysql://a:b@127.0.0.1:3306/c",
                "TUTORIAL_COUNTERPART", "likes"));
        NodeSettings.read(service, environment);
        return environment.asked().stream().collect(Collectors.toMap(Setting::name, Function.identity()));
    }
}
