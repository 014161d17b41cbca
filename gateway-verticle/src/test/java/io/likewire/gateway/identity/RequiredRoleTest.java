package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Role;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredRoleTest {
    private static final JsonObject SILENT = new JsonObject();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "open",
            value = {
                "{'security':[{}]}                                         | open",
                "{'security':[{'account':['admin']},{}]}                   | open",
                "{'security':[{'visitor':[]},{'account':[]}]}              | open",
                "{'security':[{'account':[]}]}                             | USER",
                "{'security':[{'account':['user']}]}                       | USER",
                "{'security':[{'account':['admin']}]}                      | ADMIN",
                "{'security':[{'account':['admin']},{'account':['user']}]} | USER",
                "{'security':[{'account':['root']}]}                       | ADMIN",
                "{'security':[]}                                           | ADMIN",
                "{}                                                        | ADMIN"
            })
    void whatIsNotOpenedIsForAdministrators(String operation, Role needed) {
        assertThat(RequiredRole.of(new JsonObject(operation.replace('\'', '"')), SILENT)
                        .role())
                .isEqualTo(needed);
    }
}
