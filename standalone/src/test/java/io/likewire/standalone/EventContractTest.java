package io.likewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.Names;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class EventContractTest {
    private static final String FOLDER = "/events/";
    private static Object file;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = EventContractTest.class.getResourceAsStream(FOLDER + "asyncapi.yaml")) {
            file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(file, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(at(reference.substring(2).split("/"))).isNotNull();
            } else {
                assertThat(EventContractTest.class.getResource(FOLDER + reference.replaceFirst("^\\./", "")))
                        .isNotNull();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyFactHasItsRoutingKeyAndItsSchema(EventType type) {
        assertThat(values("channels", "address")).contains(type.routingKey());
        assertThat(values("components", "messages", "name")).contains(type.wireName());
        assertThat(EventContractTest.class.getResource(FOLDER + "schemas/" + type.wireName() + ".json"))
                .isNotNull();
    }

    @Test
    void queuesAndExchangeHaveTheNamesThatTheServicesDeclare() {
        assertThat(values("channels", "address")).contains(Names.LIKES_PRODUCT_EVENTS, Names.PRODUCTS_LIKE_EVENTS);
        assertThat(at("components", "channelBindings", "facts", "amqp", "exchange", "name"))
                .isEqualTo(Names.EXCHANGE);
    }

    /** The values that all children at a path have under the path's last name. */
    private static List<Object> values(String... path) {
        Map<?, ?> parent = (Map<?, ?>) at(Arrays.copyOf(path, path.length - 1));
        return parent.values().stream()
                .<Object>map(child -> ((Map<?, ?>) child).get(path[path.length - 1]))
                .toList();
    }

    private static Object at(String... path) {
        Object node = file;
        for (String name : path) {
            node = node == null ? null : ((Map<?, ?>) node).get(name);
        }
        return node;
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(child -> collect(child, references));
        } else if (node instanceof Collection<?> list) {
            list.forEach(child -> collect(child, references));
        }
    }
}
