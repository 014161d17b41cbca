package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thousands of valid and broken requests for each operation: nothing is answered that the file doesn't speak of. */
@Tag("full")
class FuzzIT {
    private static final Logger LOG = LoggerFactory.getLogger(FuzzIT.class);
    private static final int REQUESTS = Integer.getInteger("likewire.fuzz.requests", Soak.choose(200, 5_000));
    private static final int A_FEW = 20;

    /** Requests for one product, which may be deleted. */
    private static final int ROUND = 10;

    /** Requests: access tokens expire. */
    private static final int TOKEN_LASTS = 1_000;

    private static final long SEED = Long.getLong("likewire.fuzz.seed", 1);
    private final Contract contract = contract();
    private final Rest rest = Rest.at(contract.gateway());
    private final List<String> complaints = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    Contract contract() {
        return Contract.shared();
    }

    int requests() {
        return REQUESTS;
    }

    static List<Operation> operations() {
        return Contract.shared().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nothingIsAnsweredThatTheFileDoesNotSpeakOf(Operation operation) {
        Values values = new Values(new Random(SEED + operation.id().hashCode()));
        boolean ofPeople = operation.path().contains("{userId}");
        String token = "";
        long existing = 0;
        for (int sent = 0; sent < requests() && complaints.size() < A_FEW; sent += ROUND) {
            boolean start = sent % TOKEN_LASTS == 0;
            token = start ? contract.sessions().token(operation) : token;
            existing = !ofPeople
                    ? rest.create("Fuzzed")
                    : start ? contract.sessions().user() : existing;
            Fuzzer fuzzer = new Fuzzer(operation, existing, token, values);
            Stream.generate(fuzzer::next).limit(ROUND).toList().parallelStream()
                    .forEach(request -> check(operation, request, request.send(contract.gateway())));
        }
        LOG.info("{}: {} (seed {})", operation, statuses, SEED);
        assertThat(complaints).isEmpty();
    }

    private synchronized void check(Operation asked, RawRequest request, RawAnswer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        AnswerCheck.complaints(operation(asked, request), answer)
                .forEach(complaint -> complaints.add(complaint + "\n  after " + request));
        if (answer.status() >= 500 && answer.status() != 503) {
            complaints.add(answer.status() + ": " + answer.text() + "\n  after " + request);
        }
    }

    /** Another method may be another operation. */
    private static Operation operation(Operation asked, RawRequest request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return operations().stream()
                .filter(other ->
                        other.path().equals(asked.path()) && other.method().equals(method))
                .findFirst()
                .orElse(asked);
    }
}
