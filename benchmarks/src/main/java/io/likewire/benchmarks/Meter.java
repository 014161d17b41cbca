package io.likewire.benchmarks;

import io.likewire.benchmarks.Load.Answers;
import java.time.Duration;
import java.util.Locale;

/** Runs of load, with the CPU that programs and servers spend until what was accepted is done. */
final class Meter {
    private static final int MOST_WARM_UPS = 8;
    private static final double STILL_FALLING = 0.93;
    private final Rig rig;
    private final Load load;
    private final Options options;

    /**
     * @param services CPU seconds of the programs for 1,000 requests; servers: of MariaDB and RabbitMQ
     * @param drain seconds from the end of the load until nothing was left to do
     * @param lost accepted likes that do not stand in the database
     */
    record Result(Answers answers, double services, double servers, double drain, long lost) {}

    Meter(Rig rig, Options options) {
        this.rig = rig;
        this.options = options;
        this.load = new Load(rig.visitors());
    }

    /** Until the CPU for a request has not fallen in two runs one after the other: compilers need that long. */
    void warmUp(Target target, Workload workload) throws Exception {
        double least = Double.MAX_VALUE;
        int steady = 0;
        for (int i = 0; i < MOST_WARM_UPS && steady < 2; i++) {
            double now = run(target, workload, options.warmUpSeconds()).services();
            steady = now > STILL_FALLING * least ? steady + 1 : 0;
            least = Math.min(least, now);
        }
        if (steady < 2) {
            System.err.printf(Locale.ROOT, "%s, %s: CPU still fell in warm-up%n", target.name(), workload.title);
        }
    }

    Result run(Target target, Workload workload) throws Exception {
        return run(target, workload, options.seconds());
    }

    private Result run(Target target, Workload workload, int seconds) throws Exception {
        int first = workload.writes() ? target.ledger().freshBlock() : 1;
        long likesBefore = workload.writes() ? target.ledger().likes() : 0;
        Duration services = target.cpu();
        Duration servers = rig.serversCpu();
        Answers answers = load.run(target, workload, first, seconds);
        double drain = workload.writes() ? target.ledger().awaitSettled() : 0;
        double thousands = Math.max(1, answers.requests()) / 1000.0;
        return new Result(
                answers,
                target.cpu().minus(services).toMillis() / 1000.0 / thousands,
                rig.serversCpu().minus(servers).toMillis() / 1000.0 / thousands,
                drain,
                workload.writes() ? lost(target, likesBefore, answers) : 0);
    }

    /** What was under way when the load ended may have been kept without an answer. */
    private static long lost(Target target, long before, Answers answers) throws Exception {
        return Math.max(0, answers.accepted() - (target.ledger().likes() - before));
    }
}
