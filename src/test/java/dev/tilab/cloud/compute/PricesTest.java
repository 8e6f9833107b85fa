package dev.tilab.cloud.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Prices.Price;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {

    @Test
    void everyTypeHasADatedPriceInBothRegions() {
        List<String> types = Prices.TABLE.stream().map(Price::type).distinct().toList();
        assertThat(types).hasSize(12);
        for (String type : types) {
            assertThat(Prices.of(type, Prices.SEOUL).microUsdPerHour())
                    .as(type)
                    .isGreaterThan(Prices.of(type, Prices.VIRGINIA).microUsdPerHour());
            assertThat(Prices.of(type, Prices.SEOUL).vcpus())
                    .isEqualTo(Prices.of(type, Prices.VIRGINIA).vcpus());
        }
        assertThat(Prices.TABLE)
                .allMatch(price ->
                        price.date().startsWith("2026") && !price.source().isBlank());
    }

    /** The price of a month in the fact sheet: 86.14 US dollars for an m5.large in Seoul. */
    @Test
    void anM5LargeInSeoulCostsEightySixDollarsAMonth() {
        assertThat(Prices.of("m5.large", Prices.SEOUL).microUsdPerHour() * 730 / 1e6)
                .isEqualTo(86.14);
    }

    /** Scaling up is not cheaper: twice the vCPUs and the memory for twice the price. */
    @Test
    void eachSizeOfAFamilyCostsTwiceTheOneBefore() {
        List<String> sizes = List.of("large", "xlarge", "2xlarge", "4xlarge");
        for (String family : List.of("m5.", "c5.")) {
            for (String region : List.of(Prices.SEOUL, Prices.VIRGINIA)) {
                Price smallest = Prices.of(family + "large", region);
                for (int doublings = 0; doublings < sizes.size(); doublings++) {
                    Price price = Prices.of(family + sizes.get(doublings), region);
                    assertThat(price.microUsdPerHour()).isEqualTo(smallest.microUsdPerHour() << doublings);
                    assertThat(price.vcpus()).isEqualTo(smallest.vcpus() << doublings);
                    assertThat(price.memoryGib()).isEqualTo(smallest.memoryGib() << doublings);
                    assertThat(Prices.sizes(price.type())).isEqualTo(sizes.size() - doublings);
                }
            }
        }
        assertThat(Prices.sizes("t3.micro")).isEqualTo(4);
    }

    @Test
    void aStoppedInstanceCostsItsVolume() {
        // 8 GB × 0.0912 ÷ 730 h
        assertThat(Prices.volumeMicroUsdPerHour(Prices.SEOUL)).isEqualTo(999);
        assertThat(Prices.volumeMicroUsdPerHour(Prices.VIRGINIA)).isEqualTo(877);
    }
}
