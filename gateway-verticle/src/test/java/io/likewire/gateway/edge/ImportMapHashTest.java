package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImportMapHashTest {
    private static final String PAGE = "<script type=\"importmap\">\n{}\n</script><script type=\"module\"></script>";

    @Test
    void hashesExactlyWhatStandsBetweenTheTags() {
        assertThat(ImportMapHash.of(PAGE)).isEqualTo("'sha256-mStsuk6tXQZUQnBANrxib2jrZTl4uAW3mHJbbb97898='");
    }

    @Test
    void lineEndingsCountAsBrowsersReadThem() {
        assertThat(ImportMapHash.of(PAGE.replace("\n", "\r\n"))).isEqualTo(ImportMapHash.of(PAGE));
    }

    @Test
    void theStorefrontHasAnImportMap() {
        assertThat(ImportMapHash.ofPage("web/index.html")).matches("'sha256-[A-Za-z0-9+/]{43}='");
    }

    @Test
    void aPageWithoutImportMapIsRefused() {
        assertThatThrownBy(() -> ImportMapHash.of("<html></html>"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("importmap");
    }

    @Test
    void aMissingPageIsNamed() {
        assertThatThrownBy(() -> ImportMapHash.ofPage("web/none.html")).hasMessageContaining("web/none.html");
    }
}
