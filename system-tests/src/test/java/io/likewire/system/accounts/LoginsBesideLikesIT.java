package io.likewire.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.load.Answers;
import io.likewire.system.rig.load.LikesInTurn;
import io.likewire.system.rig.load.OpenLoop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** However many log in at once, those who like notice little. */
class LoginsBesideLikesIT {
    private static final Logger LOG = LoggerFactory.getLogger(LoginsBesideLikesIT.class);
    private static final int LOGINS = 500;
    private static final int LIKES_A_SECOND = Soak.choose(50, 100);
    private static final Duration TIME = Duration.ofSeconds(Soak.choose(3, 15));
    private static final double MOST = 1.2;
    private final URI gateway = Wired.shared().cluster().gateway();
    private final Rest rest = Rest.at(gateway);

    @Test
    void fiveHundredAtOnceAreAnsweredAndLikesGoOn() throws Exception {
        long product = rest.create("Apple");
        List<String> tokens =
                Stream.generate(rest::newVisitor).limit(200).map(Visitor::token).toList();
        try (OpenLoop likes = new OpenLoop(gateway, new LikesInTurn(List.of(product), tokens));
                LoginsAtOnce logins = new LoginsAtOnce(gateway, LOGINS)) {
            likes.offer(LIKES_A_SECOND, TIME);
            Answers alone = likes.offer(LIKES_A_SECOND, TIME);
            CompletableFuture<Map<Integer, Integer>> answered = CompletableFuture.supplyAsync(logins::go);
            Answers beside = likes.offer(LIKES_A_SECOND, TIME);

            LOG.info("likes alone: {}", alone);
            LOG.info("likes beside logins: {}", beside);
            LOG.info("logins: {}", answered.get());
            assertThat(beside.statuses()).containsExactly(200);
            assertThat(answered.get().keySet()).isSubsetOf(200, 401, 429, 503);
            if (Soak.isOn()) {
                assertThat((double) beside.p99()).isLessThanOrEqualTo(alone.p99() * MOST + 1);
            }
        }
    }
}
