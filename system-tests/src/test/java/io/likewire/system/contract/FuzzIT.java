package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Requests: access tokens expire. */
    private static final int TOKEN_LASTS = 1_000;

    private static final long SEED = Long.getLong("likewire.fuzz.seed", 1);
    private static final Contract CONTRACT = Contract.shared();
    private final Rest rest = Rest.at(CONTRACT.gateway());
    private final List<String> complaints = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    static List<Operation> operations() {
        return CONTRACT.file().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nothingIsAnsweredThatTheFileDoesNotSpeakOf(Operation operation) {
        List<Long> products = new ArrayList<>(List.of(existing(operation)));
        Fuzzer fuzzer = fuzzer(operation, products, 0);
        for (int i = 0; i < REQUESTS && complaints.size() < A_FEW; i++) {
            if (i % TOKEN_LASTS == TOKEN_LASTS - 1) {
                fuzzer = fuzzer(operation, products, i);
            }
            RawRequest request = fuzzer.next();
            RawAnswer answer = CONTRACT.send(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            check(operation, request, answer);
            if (answer.status() == 204) {
                products.set(0, existing(operation));
            }
        }
        LOG.info("{}: {} (seed {})", operation, statuses, SEED);
        assertThat(complaints).isEmpty();
    }

    private static Fuzzer fuzzer(Operation operation, List<Long> products, long more) {
        String token = operation.takesAccount() ? CONTRACT.sessions().token(operation) : CONTRACT.token();
        return new Fuzzer(operation, SEED + operation.id().hashCode() + more, () -> products.get(0), token);
    }

    private long existing(Operation operation) {
        return operation.path().contains("{userId}") ? CONTRACT.sessions().user() : rest.create("Fuzzed");
    }

    private void check(Operation operation, RawRequest request, RawAnswer answer) {
        AnswerCheck.complaints(operation(operation, request), request, answer)
                .forEach(complaint -> complaints.add(complaint + "\n  after " + request));
        if (answer.status() >= 500 && answer.status() != 503) {
            complaints.add(answer.status() + ": " + answer.text() + "\n  after " + request);
        }
    }

    /** Another method may be another operation. */
    private static Operation operation(Operation asked, RawRequest request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return CONTRACT.file().operations().stream()
                .filter(other -> other.path().equals(asked.path()))
                .filter(other -> other.method().equals(method))
                .findFirst()
                .orElse(asked);
    }
}
