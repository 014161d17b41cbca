package io.likewire.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.TcpIpConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedMembersTest {
    private final Map<String, List<String>> names = new HashMap<>();

    @Test
    void aNameStandsForAllItsAddresses() {
        names.put("likes-nodes", List.of("10.1.0.7", "10.1.0.9", "fd00::1"));

        assertThat(members("likes-nodes:5702"))
                .containsExactly("10.1.0.7:5702", "10.1.0.9:5702", "[fd00:0:0:0:0:0:0:1]:5702");
    }

    @Test
    void whoComesLaterIsSeenToo() {
        names.put("likes-nodes", List.of("10.1.0.7"));
        TcpIpConfig members = config("likes-nodes:5702");
        assertThat(members.getMembers()).hasSize(1);

        names.put("likes-nodes", List.of("10.1.0.7", "10.1.0.8"));

        assertThat(members.getMembers()).hasSize(2);
    }

    @Test
    void addressesStayAsTheyAreAndAreNotAskedFor() {
        assertThat(members("127.0.0.1:5700", "10.0.0.*:5701", "[fd00::1]:5702"))
                .containsExactly("127.0.0.1:5700", "10.0.0.*:5701", "[fd00::1]:5702");
    }

    @Test
    void aNameThatNobodyHasYetIsNobody() {
        assertThat(members("auth-nodes:5703", "127.0.0.1:5700")).containsExactly("127.0.0.1:5700");
    }

    private List<String> members(String... members) {
        return config(members).getMembers();
    }

    private TcpIpConfig config(String... members) {
        return new NamedMembers(new TcpIpConfig().setMembers(List.of(members)), this::resolve);
    }

    private InetAddress[] resolve(String name) throws UnknownHostException {
        if (!names.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        InetAddress[] addresses = new InetAddress[names.get(name).size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(names.get(name).get(i));
        }
        return addresses;
    }
}
