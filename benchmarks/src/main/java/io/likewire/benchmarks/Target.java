package io.likewire.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * Programs under load that belong together.
 *
 * @param ports where they answer, on the loopback interface
 */
record Target(String name, List<Integer> ports, List<Program> programs, Ledger ledger) implements AutoCloseable {
    Duration cpu() {
        return programs.stream().map(Program::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    Program program(String start) {
        return programs.stream()
                .filter(program -> program.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}
