package io.likewire.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.cluster.SelfCheck.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    private static final long PERIOD = 2_000;
    private static final ProbeRound FINE = round(2, PeerView.REACHED, PeerView.REACHED);
    private static final ProbeRound ABSENT = round(2, PeerView.ABSENT, PeerView.ABSENT);
    private static final ProbeRound SILENT = round(2, PeerView.SILENT);
    private static final ProbeRound DEAF = round(2);

    private final SelfCheck check = new SelfCheck(PERIOD, 0);
    private long now;

    @Test
    void nodeThatIsReachedDoesNothing() {
        assertThat(steps(100, FINE)).containsOnly(Step.NOTHING);
    }

    @Test
    void nodeThatIsAloneDoesNothing() {
        assertThat(steps(100, round(0))).containsOnly(Step.NOTHING);
    }

    @Test
    void nodeThatOthersFindAbsentRegistersAgainAndThenGivesUp() {
        assertThat(steps(8, ABSENT))
                .containsExactly(
                        Step.NOTHING,
                        Step.NOTHING,
                        Step.REGISTER_AGAIN,
                        Step.NOTHING,
                        Step.NOTHING,
                        Step.REGISTER_AGAIN,
                        Step.NOTHING,
                        Step.GIVE_UP);
    }

    @Test
    void nodeThatOthersOnlyFindSilentIsGivenMoreTime() {
        assertThat(steps(14, SILENT)).doesNotContain(Step.GIVE_UP);
        assertThat(steps(1, SILENT)).containsExactly(Step.GIVE_UP);
    }

    @Test
    void nodeThatNobodyAnswersOutlastsTheTimeThatTheClusterWaitsForFrozenOnes() {
        assertThat(steps(14, DEAF)).doesNotContain(Step.GIVE_UP);
        assertThat(steps(1, round(0))).containsExactly(Step.NOTHING);
        assertThat(steps(14, DEAF)).doesNotContain(Step.GIVE_UP);
    }

    @Test
    void oneWhoReachesItOutweighsTheOthers() {
        ProbeRound divided = round(3, PeerView.REACHED, PeerView.SILENT, PeerView.SILENT);

        assertThat(steps(100, divided)).containsOnly(Step.NOTHING);
    }

    @Test
    void nodeThatSomeFindAbsentRegistersAgainNowAndThenButNeverGivesUp() {
        List<Step> steps = steps(80, round(2, PeerView.REACHED, PeerView.ABSENT));

        assertThat(steps).doesNotContain(Step.GIVE_UP);
        assertThat(steps).filteredOn(Step.REGISTER_AGAIN::equals).hasSize(10);
    }

    @Test
    void answersOfThoseWhoDoNotKnowAreNoTestimony() {
        assertThat(steps(100, round(2, PeerView.UNKNOWN, PeerView.UNKNOWN))).containsOnly(Step.NOTHING);
    }

    @Test
    void oneGoodRoundStartsAnew() {
        steps(7, ABSENT);
        steps(1, FINE);

        assertThat(steps(7, ABSENT)).doesNotContain(Step.GIVE_UP);
    }

    @Test
    void nodeThatWokeFromALongPauseGivesItselfTime() {
        steps(7, ABSENT);
        now += 45_000;

        assertThat(steps(14, ABSENT)).doesNotContain(Step.GIVE_UP).contains(Step.REGISTER_AGAIN);
        assertThat(steps(3, ABSENT)).contains(Step.GIVE_UP);
    }

    @Test
    void nodeThatIsTooBusyToAskInTimeDoesNotJudge() {
        Stream<Step> steps = IntStream.range(0, 100).mapToObj(probeRound -> check.after(ABSENT, now += 3 * PERIOD));

        assertThat(steps).containsOnly(Step.NOTHING);
    }

    private List<Step> steps(int rounds, ProbeRound probeRound) {
        return IntStream.range(0, rounds)
                .mapToObj(i -> check.after(probeRound, now += PERIOD))
                .toList();
    }

    private static ProbeRound round(int peers, PeerView... answers) {
        return ProbeRound.of(peers, List.of(answers));
    }
}
