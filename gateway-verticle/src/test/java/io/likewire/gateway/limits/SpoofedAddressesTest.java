package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever makes up where he comes from is counted as who he is; the last entry is the proxy's, the others are his. */
class SpoofedAddressesTest {
    private static final int LIMIT = 5;
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final long SEED = Long.getLong("likewire.fuzz.seed", 1);

    @AutoClose
    private static final TestGateway gateway = TestGateway.with(
            Map.of("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8", "REQUESTS_PER_MINUTE", Integer.toString(LIMIT)));

    private final int number = CALLERS.incrementAndGet();
    private final String caller = "198.51.100." + number;
    private final String real = ", " + caller;

    @Test
    void anotherInventedAddressEachTimeIsNoOtherCaller() {
        isLimited(i -> List.of("203.0.113." + i + real));
        isLimited(i -> List.of("127.0.0.1, 10.0.0." + i + real));
    }

    @Test
    void neitherIsGarbage() {
        Random random = new Random(SEED);
        isLimited(i -> List.of(random.ints(40, ' ', 0x7f)
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.joining())
                + real));
        isLimited(i -> List.of(",,, ,%00,unknown,_hidden,[::1,::ffff:1:2:3:4:5:6:7,1.2.3,0x7f000001" + real));
    }

    @Test
    void neitherAreHundredsOfEntries() {
        isLimited(i -> List.of("1.1.1." + i + ",9.9.9.9".repeat(900) + real));
        isLimited(i -> List.of("1.1.1." + i + ",10.0.0.1".repeat(800) + real));
    }

    @Test
    void moreEntriesThanAHeaderMayHaveAreRefused() {
        assertThat(ask(List.of("1.1.1.1,".repeat(2_000) + real))).isEqualTo(431);
    }

    @Test
    void severalHeadersAreOneList() {
        isLimited(i -> List.of("203.0.113." + i, "127.0.0.1" + real));
    }

    @Test
    void portsAndSpellingsAreTheSameAddress() {
        isLimited(i -> List.of(List.of(
                        caller,
                        caller + ":" + (1_024 + i),
                        "::ffff:" + caller,
                        String.format(Locale.ROOT, "[::ffff:c633:%x]:80", 100 << 8 | number),
                        "0:0:0:0:0:FFFF:" + caller)
                .get(i % 5)));
    }

    @Test
    void aHouseholdHasOneLimitForAllItsAddresses() {
        isLimited(i -> List.of("2001:db8:1:2:" + Integer.toHexString(i * 977) + "::" + i));
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(ask(List.of("2001:db8:1:" + (100 + i) + "::1"))).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "Via"})
    void otherHeadersMeanNothing(String header) {
        List<Integer> statuses = IntStream.range(0, LIMIT + 1)
                .mapToObj(i -> gateway.get("/api/user", "X-Forwarded-For", caller, header, "for=203.0.113." + i)
                        .statusCode())
                .toList();
        assertThat(statuses).endsWith(429);
    }

    private void isLimited(IntFunction<List<String>> forwarded) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3 * LIMIT; i++) {
            statuses.add(ask(forwarded.apply(i)));
        }
        assertThat(statuses).contains(429).endsWith(429, 429, 429);
    }

    private int ask(List<String> forwarded) {
        String[] headers = forwarded.stream()
                .flatMap(value -> List.of("X-Forwarded-For", value).stream())
                .toArray(String[]::new);
        return gateway.get("/api/user", headers).statusCode();
    }
}
