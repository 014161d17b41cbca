package io.likewire.contracts.uris;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriAuthorityTest {
    @Test
    void aHostMayHaveAnUnderscore() {
        assertThat(UriAuthority.of(URI.create("mysql://a:b%40c@likewire_mysql_1:3306/likes?x=y")))
                .contains(new UriAuthority("a:b%40c", "likewire_mysql_1", 3306));
        assertThat(UriAuthority.of(URI.create("http://_a.b_c/x"))).contains(new UriAuthority(null, "_a.b_c", -1));
        assertThat(UriAuthority.of(URI.create("https://b\u00fccher.example/x")))
                .contains(new UriAuthority(null, "b\u00fccher.example", -1));
    }

    @Test
    void otherHostsAreReadAsEver() {
        assertThat(UriAuthority.of(URI.create("amqp://u:p@[::1]:5672/v")))
                .contains(new UriAuthority("u:p", "[::1]", 5672));
        assertThat(UriAuthority.of(URI.create("http://db")).orElseThrow().portOr(80))
                .isEqualTo(80);
    }

    @Test
    void userAndPasswordAreDecoded() {
        UriAuthority both =
                UriAuthority.of(URI.create("mysql://a%3A:b%40:c+d%20@my_db/x")).orElseThrow();
        assertThat(both.user()).isEqualTo("a:");
        assertThat(both.password()).isEqualTo("b@:c+d ");
        UriAuthority alone = UriAuthority.of(URI.create("mysql://a@db/x")).orElseThrow();
        assertThat(alone.user()).isEqualTo("a");
        assertThat(alone.password()).isEmpty();
        assertThat(UriAuthority.of(URI.create("mysql://db/x")).orElseThrow().user())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:a@b@my_db/x",
                "mysql://u:a/b@my_db/x",
                "http:///x",
                "mailto:a@b_c",
                "http://a_b:x/",
                "http://-a_b/"
            })
    void whatNamesNoHostIsNone(String uri) {
        assertThat(UriAuthority.of(URI.create(uri))).isEmpty();
    }
}
