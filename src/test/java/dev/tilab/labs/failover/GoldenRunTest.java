package dev.tilab.labs.failover;

import static dev.tilab.labs.failover.Runs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.RunBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes of a run, once and for all: the same on every JVM, processor and day. An address that somebody shared shows
 * what it showed then. Whoever changes the model on purpose changes these constants, and says so in the commit.
 */
class GoldenRunTest {

    @ParameterizedTest
    @CsvSource({
        "zone-outage, 7d02acf21c2f14254f8d5b6ab4f7d01e",
        "asynchronous-loss, 02dc6c2e6166b20c5860ea9176cd47b5",
        "cached-for-ever, aacafa0916be3fc0fd16f2a2d29281be",
        "proxy, 0faa7301f7cb9300e390f8e8fe364537",
        "plain-reboot, ffa26bc59650e0a5ba0a4a59b784219f",
        "wrong-delete, 4e158c0de53aeeacf3c3f759b0fb0e88",
        "one-zone, 4551b86f1ac2aa03dbdac565feee2082",
        "partition, 8b4eb43c0e3fa136f9660dca377192d8",
        "long-transaction, e586f6ef854845e76d80a307a7bc06c1",
        "second-failure, c195b05354526d6b674f0c64ef823093",
        "whole-chain, aea69c6875c86ad30a6e4b55e93be82f",
        "targets-in-one-zone, 4cc3b94bc0cc921ea942e3438f1850b7",
    })
    void everyPresetGivesTheBytesThatItAlwaysGave(String preset, String digest) {
        assertThat(digest(List.of(Runs.preset(preset, 11)))).isEqualTo(digest);
    }

    /** Every topology, struck by what nobody thought of. */
    @ParameterizedTest
    @CsvSource({
        "'single-az,multi-az-instance,multi-az-cluster', 34950ccac2eb9ff6ca69705f38a45edd",
        "'read-replica,multi-az-proxy', a40e090df730b583f79479d6dae460be",
    })
    void twoHundredScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(String topologies, String digest) {
        assertThat(digest(LongStream.range(0, 200)
                        .mapToObj(seed -> any(seed, topologies))
                        .toList()))
                .isEqualTo(digest);
    }

    @Test
    void twoHundredScenariosBehindALoadBalancerGiveTheBytesThatTheyAlwaysGave() {
        assertThat(digest(LongStream.range(0, 200).mapToObj(Runs::anyBalanced).toList()))
                .isEqualTo("c68f496db7ebeec4c8b0cac66ef90f73");
    }

    private static FailoverScenario any(long seed, String topologies) {
        Map<String, String> values = new HashMap<>(Runs.any(seed).values());
        values.put("topologies", topologies);
        return LAB.scenario(values);
    }

    /** Without a load balancer, where requests failed is left out: it is counted since there is one. */
    private static String digest(List<FailoverScenario> scenarios) {
        String counted = ", failedRequestsAt=FailedAt.node=0, target=0,[^]]*]";
        return RunBytes.digest(
                LAB,
                scenarios,
                scenario -> LAB.summary(scenario).lanes().toString().replaceAll(counted, ""));
    }
}
