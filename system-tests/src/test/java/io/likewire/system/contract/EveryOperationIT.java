package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through the OpenAPI file and does what it says. */
class EveryOperationIT {
    private static final Contract CONTRACT = Contract.shared();
    private static final List<Map.Entry<String, String>> HOST = List.of(Map.entry("Host", "127.0.0.1"));
    private final Rest rest = Rest.at(CONTRACT.gateway());

    static List<Operation> operations() {
        return CONTRACT.file().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itsExampleIsAnsweredAsDescribed(Operation operation) {
        RawAnswer answer = isAnsweredAsDescribed(operation, null);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theExampleOfEachParameterIsFit(Operation operation) {
        operation.parameters().stream().filter(p -> !p.required()).forEach(optional -> {
            RawAnswer answer = isAnsweredAsDescribed(operation, optional);
            assertThat(answer.status()).as(optional.name() + answer.text()).isNotIn(400, 404, 422);
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void headIsGetWithoutABody(Operation operation) {
        RawRequest get = CONTRACT.example(operation, null, rest.create("Tea"));
        RawAnswer head = CONTRACT.send(new RawRequest("HEAD", get.target(), HOST, new byte[0]));
        boolean hasGet = CONTRACT.file().operations().stream()
                .anyMatch(other ->
                        other.path().equals(operation.path()) && other.method().equals("GET"));
        if (operation.method().equals("GET") && head.status() != 405) {
            assertThat(AnswerCheck.complaints(operation, get, head)).isEmpty();
        } else {
            assertThat(head.status() != 405).isEqualTo(hasGet);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherMethodIs405AndAllowNamesThisOne(Operation operation) {
        RawRequest example = CONTRACT.example(operation, null, 1);
        RawAnswer answer = CONTRACT.send(new RawRequest("TRACE", example.target(), HOST, new byte[0]));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).contains(operation.method());
        assertThat(AnswerCheck.complaints(operation, example, answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everythingHasAnExampleThatFits(Operation operation) {
        operation.parameters().forEach(p -> assertThat(Schemas.complaints(p.schema(), p.example()))
                .as(p.name())
                .isEmpty());
        Stream.concat(
                        Stream.of(operation.bodies()),
                        operation.statuses().stream()
                                .map(status -> operation.response(Integer.parseInt(status)))
                                .map(response -> response.getJsonObject("content", new JsonObject())))
                .forEach(content -> content.fieldNames()
                        .forEach(type -> exampleFits(operation, type, content.getJsonObject(type))));
    }

    private static void exampleFits(Operation operation, String type, JsonObject media) {
        if (!type.endsWith("json")) {
            return;
        }
        JsonObject schema = media.getJsonObject("schema");
        Object example = media.containsKey("example") ? media.getValue("example") : schema.getValue("example");
        assertThat(example).as("example of " + operation + " " + media).isNotNull();
        assertThat(Schemas.complaints(schema, example))
                .as(operation + " " + example)
                .isEmpty();
    }

    private RawAnswer isAnsweredAsDescribed(Operation operation, Parameter optional) {
        RawRequest request = CONTRACT.example(operation, optional, rest.create("Tea"));
        RawAnswer answer = CONTRACT.send(request);
        assertThat(AnswerCheck.complaints(operation, request, answer))
                .as(request.toString())
                .isEmpty();
        return answer;
    }
}
