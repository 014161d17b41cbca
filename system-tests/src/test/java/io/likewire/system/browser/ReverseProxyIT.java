package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.likewire.system.rig.AccountSettings;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.ReverseProxy;
import io.likewire.system.rig.ReverseProxy.Kind;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway behind the proxies of docs/deployment.md, which end TLS for it. */
@Tag("full")
class ReverseProxyIT {
    private static final int VISITORS = 5;
    private static final Cluster CLUSTER = Wired.shared().cluster();
    private static Node gateway;
    private ReverseProxy proxy;

    @BeforeAll
    static void start() {
        gateway = CLUSTER.add(
                Service.GATEWAY,
                Map.of("TRUSTED_PROXIES", "127.0.0.1", "VISITORS_PER_MINUTE", Integer.toString(VISITORS)));
    }

    @AfterAll
    static void stop() {
        CLUSTER.remove(gateway);
    }

    private URI behind(Kind kind) {
        Program.need(kind.program());
        proxy = ReverseProxy.start(kind, gateway.http());
        return proxy.address();
    }

    @AfterEach
    void closed() {
        if (proxy != null) {
            proxy.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(InChromium.class)
    void aBrowserLikesAndStaysSignedIn(Kind kind, Shop shop) {
        String address = behind(kind).toString();
        long tea = create("Tea behind " + kind);
        Window one = shop.enter(at(address));
        Window other = shop.enter(at(address));
        one.page().navigate("/?q=Tea+behind+" + kind);
        other.page().navigate("/?q=Tea+behind+" + kind);

        one.press(tea);

        other.showsCount(tea, 1);
        one.showsLiked(tea, true);
        one.reload();
        one.showsLiked(tea, true);
        assertThat(one.page().evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol"))
                .isEqualTo("h2");

        AdminPages pages = shop.adminPagesAt(at(address), AccountSettings.ADMIN, AccountSettings.PASSWORD);
        pages.search("Tea behind " + kind).press("Edit Tea behind " + kind);
        pages.field("Description").fill("Behind a proxy that compresses, and so weakens ETags");
        pages.press("Save");
        pages.says("Product saved: Tea behind " + kind);
        Page admin = pages.page();
        admin.reload();
        assertThat(admin.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Admin")))
                .isVisible();
        assertThat(admin.context().cookies(address + "/api/auth"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.secure && cookie.httpOnly);
        assertThat(one.complaints()).isEmpty();
    }

    /** The shortest configuration that people write. */
    @Test
    @ExtendWith(InChromium.class)
    void aPageLikesBehindAProxyThatSendsItsOwnHost(Shop shop) {
        Program.need("nginx");
        proxy = ReverseProxy.bareNginx(gateway.http());
        long tea = create("Tea behind another name");
        Window window = shop.enter(at("http://127.0.0.1:" + proxy.address().getPort()));
        window.page().navigate("/?q=another+name");
        window.press(tea);
        await("the like arrives").until(() -> CLUSTER.rest().trueLikes(tea).getLong("likes") == 1);
        window.showsLiked(tea, true);
        window.reload();
        window.showsLiked(tea, true);
    }

    /** As large as one may be. */
    @ParameterizedTest
    @EnumSource
    void aFileOfProductsIsTaken(Kind kind) {
        Rest rest = Rest.at(behind(kind));
        JsonObject account =
                new JsonObject().put("username", AccountSettings.ADMIN).put("password", AccountSettings.PASSWORD);
        String token = rest.post("/api/auth/login", account).json().getString("accessToken");
        JsonObject file = new JsonObject().put("other", "x".repeat(8 * 1024 * 1024 - 12));
        Reply reply = rest.as(token).post("/api/products/import?dryRun=true", file);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static long create(String title) {
        JsonObject draft = new JsonObject().put("title", title).put("image", "/images/tea.svg");
        return CLUSTER.rest().post("/api/products", draft).json().getLong("id");
    }

    private static NewContextOptions at(String address) {
        return new NewContextOptions().setBaseURL(address);
    }

    @ParameterizedTest
    @EnumSource
    void countsAreLiveOnSocketsAndStreams(Kind kind) {
        URI address = behind(kind);
        long tea = CLUSTER.rest().create("Live tea");
        List<String> events = new CopyOnWriteArrayList<>();
        HttpRequest stream = HttpRequest.newBuilder(address.resolve("/api/likes/stream?products=" + tea))
                .build();
        Rest.client(address).sendAsync(stream, BodyHandlers.fromLineSubscriber(new Lines(events)));
        try (LiveSocket socket = LiveSocket.open(address).watch(tea)) {
            await("the count on the socket").until(() -> socket.shownLikes(tea) == 0);
            await("the count on the stream")
                    .until(() -> events.stream().anyMatch(line -> line.contains("\"likes\":0")));

            Reply like =
                    Rest.at(address).send("PUT", "/api/products/" + tea + "/like", null, "Origin", address.toString());

            assertThat(like.status()).as(like.text()).isEqualTo(200);
            assertThat(like.headers().allValues("set-cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
            await("the like on the socket").until(() -> socket.shownLikes(tea) == 1);
            await("the like on the stream").until(() -> events.stream().anyMatch(line -> line.contains("\"likes\":1")));
        }
    }

    private record Lines(List<String> seen) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription all) {
            all.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            seen.add(line);
        }

        @Override
        public void onError(Throwable ended) {}

        @Override
        public void onComplete() {}
    }

    /** Of this machine's own addresses only those of loopback are not limited. */
    @ParameterizedTest
    @EnumSource
    void limitsAreForTheClientsOwnAddress(Kind kind) throws Exception {
        URI address = behind(kind);
        Optional<String> outside = outside();
        assumeTrue(outside.isPresent(), "this machine has no address but those of loopback");
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(LocalCertificate.http2().setLocalAddress(outside.get()));
            List<Integer> statuses = IntStream.rangeClosed(0, VISITORS)
                    .mapToObj(i -> newVisitor(client, address, "203.0.113." + i))
                    .toList();

            assertThat(statuses).last().isEqualTo(429);
            assertThat(Rest.at(address).post("/api/visitors", null).status()).isEqualTo(201);
        } finally {
            vertx.close().await();
        }
    }

    private static int newVisitor(HttpClient client, URI address, String claimed) {
        return client.request(HttpMethod.POST, address.getPort(), address.getHost(), "/api/visitors")
                .compose(request -> request.putHeader("X-Forwarded-For", claimed)
                        .send()
                        .compose(response -> response.body().map(body -> response.statusCode())))
                .await();
    }

    private static Optional<String> outside() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(own -> own instanceof Inet4Address && !own.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
