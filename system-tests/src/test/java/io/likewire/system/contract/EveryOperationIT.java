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
    private final Contract contract = contract();
    private final Rest rest = Rest.at(contract.gateway());

    Contract contract() {
        return Contract.shared();
    }

    static List<Operation> operations() {
        return Contract.shared().operations();
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
        RawRequest get = contract.example(operation, null, rest.create("Tea"));
        RawAnswer head = send("HEAD", get);
        boolean hasGet = contract.operations().stream()
                .anyMatch(other ->
                        other.path().equals(operation.path()) && other.method().equals("GET"));
        if (operation.method().equals("GET") && head.status() != 405) {
            assertThat(AnswerCheck.complaints(operation, head)).isEmpty();
        } else {
            assertThat(head.status() != 405).isEqualTo(hasGet);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherMethodIs405AndAllowNamesThisOne(Operation operation) {
        RawAnswer answer = send("TRACE", contract.example(operation, null, 1));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).contains(operation.method());
        assertThat(AnswerCheck.complaints(operation, answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everythingHasAnExampleThatFits(Operation operation) {
        operation.parameters().forEach(p -> fits(p.name(), p.schema(), p.example()));
        Stream.concat(
                        Stream.of(operation.bodies()),
                        operation.responses().stream().map(response -> ((JsonObject) response.getValue())
                                .getJsonObject("content", new JsonObject())))
                .flatMap(JsonObject::stream)
                .filter(media -> media.getKey().endsWith("json"))
                .forEach(entry -> {
                    JsonObject media = (JsonObject) entry.getValue();
                    JsonObject schema = media.getJsonObject("schema");
                    fits(operation + " " + media, schema, media.getValue("example", schema.getValue("example")));
                });
    }

    private static void fits(String what, JsonObject schema, Object example) {
        assertThat(example).as(what).isNotNull();
        assertThat(Schemas.complaints(schema, example)).as(what).isEmpty();
    }

    private RawAnswer send(String method, RawRequest like) {
        return new RawRequest(method, like.target(), List.of(Map.entry("Host", "127.0.0.1")), new byte[0])
                .send(contract.gateway());
    }

    private RawAnswer isAnsweredAsDescribed(Operation operation, Operation.Parameter optional) {
        RawRequest request = contract.example(operation, optional, rest.create("Tea"));
        RawAnswer answer = request.send(contract.gateway());
        assertThat(AnswerCheck.complaints(operation, answer))
                .as(request.toString())
                .isEmpty();
        return answer;
    }
}
