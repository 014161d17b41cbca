package io.likewire.cli.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics("""
            # HELP likewire_outbox_rows pending events
            # TYPE likewire_outbox_rows gauge
            likewire_outbox_rows{service="likes"} 3.0
            likewire_outbox_rows{node="a",service="products"} 1.2E3
            likewire_outbox_rows_other 7.0
            likewire_reconciliation_checked_total 120.0
            """);

    @Test
    void samplesAreFoundByNameWithTheirLabels() {
        assertThat(metrics.of("likewire_outbox_rows"))
                .extracting(sample -> sample.labels().get("service"), Metrics.Sample::value)
                .containsExactly(tuple("likes", 3.0), tuple("products", 1200.0));
    }

    @Test
    void sumsAreOfOneLabelOrOfAll() {
        assertThat(metrics.sum("likewire_outbox_rows", "service", "products")).isEqualTo(1200);
        assertThat(metrics.sum("likewire_outbox_rows", "service", null)).isEqualTo(1203);
        assertThat(metrics.sum("likewire_reconciliation_checked_total", "", null))
                .isEqualTo(120);
        assertThat(metrics.of("absent")).isEmpty();
    }
}
