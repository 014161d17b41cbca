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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** However many log in at once, those who like notice little. */
@Tag("full")
class LoginsBesideLikesIT {
    private static final Logger LOG = LoggerFactory.getLogger(LoginsBesideLikesIT.class);
    private static final int LOGINS = 500;
    private static final int LIKES_A_SECOND = Soak.choose(50, 100);
    private static final Duration TIME = Duration.ofSeconds(Soak.choose(3, 15));

    /** So many that what refuses them is compiled, as it is in a gateway that has run for an hour. */
    private static final int WARM_UPS = Soak.choose(1, 20);

    private static final Duration WARM_UP = Duration.ofSeconds(Soak.choose(1, 3));
    private static final int ROUNDS = Soak.choose(1, 5);
    private static final double MOST = 1.2;
    private final URI gateway = Wired.shared().cluster().gateway();
    private final Rest rest = Rest.at(gateway);

    @Test
    void fiveHundredAtOnceAreAnsweredAndLikesGoOn() throws Exception {
        long product = rest.create("Apple");
        List<String> tokens =
                Stream.generate(rest::newVisitor).limit(200).map(Visitor::token).toList();
        List<Long> alone = new ArrayList<>();
        List<Long> beside = new ArrayList<>();
        try (OpenLoop likes = new OpenLoop(gateway, new LikesInTurn(List.of(product), tokens))) {
            for (int i = 0; i < WARM_UPS; i++) {
                likes.offer(LIKES_A_SECOND, WARM_UP);
                try (LoginsAtOnce first = new LoginsAtOnce(gateway, LOGINS)) {
                    first.go();
                }
            }
            for (int i = 0; i < ROUNDS; i++) {
                Answers quiet = likes.offer(LIKES_A_SECOND, TIME);
                LOG.info("likes alone: {}", quiet);
                alone.add(quiet.p99());
                beside.add(besideLogins(likes).p99());
            }
        }
        LOG.info("p99 of likes in {} rounds: alone {} ms, beside {} logins {} ms", ROUNDS, alone, LOGINS, beside);
        if (Soak.isOn()) {
            assertThat(median(beside)).isLessThanOrEqualTo(median(alone) * MOST + 1);
        }
    }

    private Answers besideLogins(OpenLoop likes) throws Exception {
        try (LoginsAtOnce logins = new LoginsAtOnce(gateway, LOGINS)) {
            CompletableFuture<Map<Integer, Integer>> answered = CompletableFuture.supplyAsync(logins::go);
            Answers beside = likes.offer(LIKES_A_SECOND, TIME);
            LOG.info("likes beside logins: {}; logins: {}", beside, answered.get());
            assertThat(beside.statuses()).containsExactly(200);
            assertThat(answered.get().keySet()).isSubsetOf(200, 401, 429, 503);
            return beside;
        }
    }

    private static double median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
