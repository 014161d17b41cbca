package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberAddressesTest {
    @Test
    void addressesStayAsTheyAre() {
        assertThat(MemberAddresses.of("192.0.2.7:5700, 192.0.2.8:5701,[2001:db8::7]:5702"))
                .isEqualTo("192.0.2.7:5700,192.0.2.8:5701,[2001:db8::7]:5702");
    }

    @Test
    void aNameStandsForItsAddressesAndOneThatNobodyHasForNone() {
        assertThat(MemberAddresses.of("localhost:5700,nobody.invalid:5701,192.0.2.7:5702"))
                .startsWith("127.0.0.1:5700")
                .endsWith(",192.0.2.7:5702")
                .doesNotContain("localhost", "nobody", "5701");
    }
}
