package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.XmlConfigBuilder;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ClusterFileTest {
    private static final String VALIDATION = "hazelcast.config.schema.validation.enabled";

    @Test
    void theFileFollowsItsSchema() throws Exception {
        System.setProperty(VALIDATION, "true");
        Properties values = new Properties();
        values.setProperty("cluster.host", "127.0.0.1");
        values.setProperty("cluster.port", "5700");
        values.setProperty("cluster.members", "127.0.0.1:5700");
        try (InputStream xml = ClusterFileTest.class.getResourceAsStream("/cluster.xml")) {
            assertThat(new XmlConfigBuilder(xml).setProperties(values).build().getClusterName())
                    .isEqualTo("likewire");
        }
    }
}
