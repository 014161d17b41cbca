package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.LoggedLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every address, method and transport, asked by pages that are not on the list. */
class EvilOriginsTest {
    private static final String SHOP = "https://shop.example";
    private static final String SESSION = "/eventbus/000/abcdefgh/";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @AutoClose
    private static TestGateway gateway;

    private static String own;

    @BeforeAll
    static void start() {
        gateway = TestGateway.with(Map.of("CORS_ORIGINS", SHOP));
        own = "http://127.0.0.1:" + gateway.port;
    }

    /** Each with the name that it tries to pass for. */
    private static List<String> evil() {
        return List.of(
                "https://evil.example",
                "null",
                "",
                "*",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.example",
                "https://evilshop.example",
                "https://a.shop.example",
                "https://example",
                "https://shop.example@evil.example",
                "https://user:pass@shop.example",
                "HTTPS://SHOP.EXAMPLE",
                "https://shop.example.",
                "https://shop.example/",
                "https://shop.example, https://evil.example",
                "https://evil.example https://shop.example",
                "https://xn--shp-1na.example",
                "https://sh\u00f6p.example",
                "https://shop.example%00.evil.example",
                "https://shop.example%0d%0aX: y",
                "//shop.example",
                "shop.example",
                "file://",
                "chrome-extension://shop.example",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                own + ".evil.example",
                "http://user@127.0.0.1:" + gateway.port,
                "http://localhost:" + gateway.port);
    }

    static List<String> requests() {
        List<String> requests = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> contract = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(EvilOriginsTest.class.getResourceAsStream("/openapi/likewire.yaml"));
        contract.get("paths").forEach((path, item) -> {
            String filled = path.replace("{productId}", "1")
                    .replace("{problem}", "timeout")
                    .replace("{lot}", "parked");
            METHODS.stream()
                    .filter(item::containsKey)
                    .forEach(method -> requests.add(method.toUpperCase(Locale.ROOT) + filled));
            requests.add("OPTIONS" + filled);
        });
        for (String path : List.of("/", "/nothing", "/styles.css", "/lib/lit-html/3.3.2/lit-html.js", "/lib/none.js")) {
            requests.add("GET" + path);
            requests.add("OPTIONS" + path);
        }
        for (String transport : List.of("xhr", "xhr_streaming", "xhr_send", "jsonp_send", "eventsource", "htmlfile")) {
            Stream.of("GET", "POST", "OPTIONS").forEach(method -> requests.add(method + SESSION + transport));
        }
        for (String path : List.of("/eventbus", "/eventbus/", "/eventbus/info", "/eventbus/iframe.html")) {
            Stream.of("GET", "POST", "OPTIONS").forEach(method -> requests.add(method + path));
        }
        requests.add("GET" + SESSION + "jsonp?c=alert");
        requests.add("GET" + SESSION + "htmlfile?c=alert");
        requests.add("GET/api/likes/stream?products=1");
        return requests;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noPageOfAnotherSiteIsGivenAnything(String request) throws IOException {
        for (String origin : evil()) {
            RawAnswerHead answer = ask(request, "Origin: " + origin);
            assertThat(answer.text().toLowerCase(Locale.ROOT)).as(origin).doesNotContain("\naccess-control-");
            assertThat(answer.text()).as(origin).doesNotContain("\r\nX: y");
            boolean harmless = request.startsWith("GET") || request.startsWith("OPTIONS");
            assertThat(answer.status()).as(origin).satisfies(s -> assertThat(harmless ? s < 500 : s == 403)
                    .isTrue());
        }
        RawAnswerHead two = ask(request, "Origin: " + SHOP + "\r\nOrigin: https://evil.example");
        assertThat(two.text().toLowerCase(Locale.ROOT)).doesNotContain("\naccess-control-");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aPageOnTheListMayReadWithoutCookies(String request) throws IOException {
        String answer = ask(request, "Origin: " + SHOP).text().toLowerCase(Locale.ROOT);
        assertThat(answer).containsOnlyOnce("access-control-allow-origin: " + SHOP + "\r\n");
        assertThat(answer).doesNotContain("access-control-allow-credentials").contains("\r\nvary: ");
    }

    @Test
    void noPageOfAnotherSiteGetsASocket() throws IOException {
        for (String path : List.of("/eventbus/websocket", SESSION + "websocket")) {
            for (String origin : evil()) {
                assertThat(upgrade(path, "Origin: " + origin)).as(origin).isEqualTo(403);
            }
            assertThat(upgrade(path, "Origin: " + SHOP + "\r\nOrigin: https://evil.example"))
                    .isEqualTo(403);
            assertThat(upgrade(path, "Origin: https://evil.example\r\nOrigin: " + SHOP))
                    .isEqualTo(403);
            assertThat(upgrade(path, "Origin: " + own + "\r\nSec-Fetch-Site: cross-site"))
                    .isEqualTo(403);
            assertThat(upgrade(path, "Origin: " + own)).isEqualTo(101);
            assertThat(upgrade(path, "Origin: " + SHOP)).isEqualTo(101);
            assertThat(upgrade(path, "X-Nothing: 1")).isEqualTo(101);
        }
    }

    /** A proxy that sends a Host of its own makes every write of our pages look like this. */
    @Test
    void whatWasComparedIsOneWarningAMinute() throws IOException {
        try (TestGateway behindProxy = TestGateway.with(Map.of());
                LoggedLines lines = new LoggedLines(EdgeServer.class)) {
            for (int i = 0; i < 3; i++) {
                String head = "Origin: https://shop.example\r\nContent-Length: 0\r\nConnection: close";
                assertThat(RawAnswerHead.of(behindProxy.port, "PUT /api/products/1/like", head)
                                .status())
                        .isEqualTo(403);
            }
            assertThat(lines.all())
                    .filteredOn(line -> line.getLevel() == Level.WARN)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.getFormattedMessage())
                            .contains(
                                    "'https://shop.example'",
                                    "sent to '127.0.0.1:",
                                    "pass the Host on",
                                    "docs/deployment.md"));
        }
    }

    private static int upgrade(String path, String header) throws IOException {
        String handshake = "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        return RawAnswerHead.of(gateway.port, "GET " + path, header + handshake).status();
    }

    private static RawAnswerHead ask(String request, String headers) throws IOException {
        return RawAnswerHead.of(
                gateway.port,
                request.replaceFirst("/", " /"),
                headers + "\r\nAccess-Control-Request-Method: PUT\r\nContent-Length: 0\r\nConnection: close");
    }
}
