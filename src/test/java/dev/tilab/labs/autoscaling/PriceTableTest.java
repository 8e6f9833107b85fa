package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Prices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page shows prices with their dates. A price that was changed in one place only would make the page argue with its run. */
class PriceTableTest {

    @Test
    void thePageShowsThePricesThatRunsArePaidWith() throws IOException {
        String page = Files.readString(Path.of("src/main/resources/templates/labs/auto-scaling.html"));
        String wanted = Prices.TABLE.stream()
                .filter(price -> price.region().equals(Prices.SEOUL))
                .map(price -> String.format(
                        Locale.ROOT,
                        "%s %d %d %.4f %.4f",
                        price.type(),
                        price.vcpus(),
                        price.memoryGib(),
                        price.microUsdPerHour() / 1e6,
                        Prices.of(price.type(), Prices.VIRGINIA).microUsdPerHour() / 1e6))
                .collect(Collectors.joining(";"));

        assertThat(page).contains("'" + wanted + "'");
    }
}
