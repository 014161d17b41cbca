package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final String RELEASED = """
            {"type":"object","required":["id","title"],"properties":{
              "id":{"type":"integer","minimum":1,"maximum":10},
              "title":{"type":"string","minLength":1,"maxLength":200},
              "kind":{"type":"string","enum":["tea","coffee"]},
              "tags":{"type":"array","items":{"type":"object","required":["name"],
                "properties":{"name":{"type":"string"}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a key is gone                | "title":{"type":"string","minLength":1,"maxLength":200}, |
                    a key has another name       | "title":{               | "name":{
                    a type changes               | "id":{"type":"integer" | "id":{"type":"string"
                    a type is widened            | "id":{"type":"integer"  | "id":{"type":["integer","null"]
                    a type is gone               | "id":{"type":"integer", | "id":{
                    a maximum is lowered         | "maximum":10            | "maximum":9
                    a maximum is raised          | "maximum":10            | "maximum":11
                    a maximum is gone            | ,"maximum":10           |
                    a minimum is raised          | "minimum":1             | "minimum":2
                    a text may be longer         | "maxLength":200         | "maxLength":300
                    a pattern comes              | "minLength":1           | "minLength":1,"pattern":"^a"
                    a value is no longer allowed | ["tea","coffee"]        | ["tea"]
                    a value comes                | ["tea","coffee"]        | ["tea","coffee","milk"]
                    a key may be missing         | ["id","title"]          | ["id"]
                    no key is required           | "required":["id","title"], |
                    an inner key is gone         | {"name":{"type":"string"}} | {}
                    an inner key may be missing  | "required":["name"],    |
                    an inner type changes        | "name":{"type":"string"} | "name":{"type":"integer"}
                    other keys are refused       | {"type":"object","required":["id" | {"type":"object","additionalProperties":false,"required":["id"
                    """)
    void isRefusedWhen(String change, String before, String now) {
        String changed = RELEASED.replace(before, now == null ? "" : now);
        assertThat(changed).as(change).isNotEqualTo(RELEASED);

        assertThat(Compatibility.breaches("event", new JsonObject(RELEASED), new JsonObject(changed)))
                .as(change)
                .hasSizeBetween(1, 2)
                .allMatch(sentence -> sentence.startsWith("event"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a key comes            | "properties":{ | "properties":{"colour":{"type":"string"},
                    a required key comes   | "required":["id","title"],"properties":{ | "required":["id","title","colour"],"properties":{"colour":{"type":"string"},
                    a key becomes required | ["id","title"] | ["id","title","kind"]
                    a word is explained    | "minLength":1  | "minLength":1,"description":"For people"
                    an inner key comes     | {"name":{"type":"string"}} | {"name":{"type":"string"},"rank":{"type":"integer"}}
                    """)
    void isTakenWhen(String change, String before, String now) {
        String changed = RELEASED.replace(before, now);
        assertThat(changed).as(change).isNotEqualTo(RELEASED);

        assertThat(Compatibility.breaches("event", new JsonObject(RELEASED), new JsonObject(changed)))
                .as(change)
                .isEmpty();
    }

    @Test
    void aBreachSaysWhereAndWhat() {
        String changed = RELEASED.replace("\"maximum\":10", "\"maximum\":9");

        assertThat(Compatibility.breaches("event", new JsonObject(RELEASED), new JsonObject(changed)))
                .containsExactly("event.id: maximum was 10 and is 9");
    }
}
