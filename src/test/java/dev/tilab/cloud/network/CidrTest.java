package dev.tilab.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and their blocks. */
class CidrTest {

    /** Guards against signed comparisons (addresses from 128.0.0.0 on) and a shift by 32 bits. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.255.255, true",
        "10.0.0.0/16, 10.1.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "203.0.113.10/32, 203.0.113.10, true",
        "203.0.113.10/32, 203.0.113.11, false",
        "128.0.0.0/1, 127.255.255.255, false",
        "128.0.0.0/1, 255.0.0.1, true",
    })
    void holdsItsAddresses(String block, String address, boolean holds) {
        assertThat(Cidr.of(block).contains(Ipv4.of(address))).isEqualTo(holds);
        assertThat(Cidr.of(block)).hasToString(block);
        assertThat(Ipv4.of(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0/8",
                "10.0.0.256/32",
                "10.0.0.00/32",
                "a.b.c.d/8",
                "10.0.0.0/-1"
            })
    void namesWhatIsNone(String text) {
        assertThatThrownBy(() -> Cidr.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichBlockWasMeant() {
        assertThatThrownBy(() -> Cidr.of("10.0.1.20/16")).hasMessageContaining("10.0.0.0/16");
    }
}
