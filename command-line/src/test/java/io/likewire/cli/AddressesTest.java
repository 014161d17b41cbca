package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.cli.rest.EnvironmentProxy;
import io.likewire.cli.rest.HostName;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest extends CalledTool {
    @Test
    void aServerIsAskedThroughTheProxyOfTheEnvironment() {
        server.then(200, "[]");

        Map<String, String> proxy = Map.of("http_proxy", server.address().toString());
        Ran ran = Ran.of(home, proxy, URI.create("http://shop.example"), "products", "list");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(server.asked().get(0)).startsWith("GET http://shop.example/api/products?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example         | true",
                "https://shop.example        | false",
                "http://a.inner.example:8080 | false",
                "http://inner.example        | false",
                "http://winner.example       | true",
                "http://likewire_gateway_1   | false",
                "http://a_b.inner.example    | false",
                "http://my_shop:8080         | false",
                "http://my_shop              | true",
                "http://10.0.0.7:8080        | false",
                "http://10.0.0.7             | true",
                "http://[fd00::7]            | false",
                "http://[fd00::8]:8080       | false",
                "http://[fd00::8]            | true",
                "http://[::1]:8080           | false",
                "http://localhost:8080       | false",
                "http://127.0.0.1:8080       | false"
            })
    void noProxyNamesWhoIsAskedDirectly(URI address, boolean isProxied) {
        Map<String, String> variables = Map.of(
                "HTTP_PROXY",
                "http://my_proxy:3128",
                "NO_PROXY",
                " .inner.example, 10.0.0.7:8080, likewire_gateway_1,my_shop:8080, fd00::7,[fd00::8]:8080");
        Proxy proxy = new EnvironmentProxy(variables).select(address).get(0);
        assertThat(proxy != Proxy.NO_PROXY).isEqualTo(isProxied);
        if (isProxied) {
            assertThat(((InetSocketAddress) proxy.address()).getHostString()).isEqualTo("my_proxy");
            assertThat(((InetSocketAddress) proxy.address()).getPort()).isEqualTo(3128);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy:99999", "http://a proxy:3128", "socks5://127.0.0.1:1080", "http://:3128"})
    void aProxyThatIsNoneIsNamed(String proxy) {
        Ran ran = Ran.of(home, Map.of("http_proxy", proxy), URI.create("http://shop.example"), "products", "list");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualToIgnoringNewLines(
                        "likewire: HTTP_PROXY and HTTPS_PROXY are addresses like http://127.0.0.1:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "http://a b", "shop.example", "ftp://x"})
    void anAddressThatIsNoneIsAnsweredWithTheFormOfOne(String url) {
        Ran ran = Ran.of(home, Map.of(), server.address(), "products", "list", "--url=" + url);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("xpected an address like http://127.0.0.1:8080, but it is " + url);
    }

    @Test
    void aHostNameMayHaveAnUnderscore() {
        assertThat(HostName.of(URI.create("http://likewire_gateway_1:8080/x"))).isEqualTo("likewire_gateway_1");
        assertThat(HostName.of(URI.create("http://a_b:x"))).isNull();
        Ran ran = Ran.of(home, Map.of(), URI.create("http://no_such_host.invalid:8080"), "products", "list");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("http://no_such_host.invalid:8080 can't be reached");
    }

    @Test
    void aTagThatAProxyWeakenedIsTheVersionAllTheSame() {
        server.then(200, "{\"id\":7}").then(204, "");

        run("products", "update", "7", "--title=a", "--if-match", "W/\"3-5\"");
        run("products", "delete", "7", "--if-match", "\"3-5\"");
        assertThat(server.asked()).hasSize(2).allMatch(asked -> asked.endsWith(" \"3-5\""));
    }

    @Test
    void aTitleMayBeginWithAnAt() {
        server.then(201, "{\"id\":7,\"title\":\"@home\"}");

        assertThat(run("products", "create", "@home", "/x.png").out()).contains("@home");
    }

    @Test
    void aTitleMayBeginWithAHyphen() {
        server.then(201, "{\"id\":7,\"title\":\"-5 °C\"}").then(200, "{\"id\":7,\"title\":\"-6 °C\"}");

        assertThat(run("products", "create", "--", "-5 °C", "/x.png").out()).contains("-5 °C");
        assertThat(run("products", "update", "7", "--title=-6 °C").out()).contains("-6 °C");
    }
}
