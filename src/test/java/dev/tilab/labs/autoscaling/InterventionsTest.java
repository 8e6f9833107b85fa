package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.labs.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person does changes what comes after it, and nothing before. */
class InterventionsTest {

    private static final List<String> ALL =
            Runs.LAB.actions().stream().map(Reach::done).toList();

    static Stream<Arguments> everyActionUnderEveryPolicy() {
        return Arrays.stream(Policy.values())
                .flatMap(policy -> ALL.stream().map(action -> Arguments.of(policy, action)));
    }

    @ParameterizedTest
    @MethodSource("everyActionUnderEveryPolicy")
    void thePastStaysAsItWas(Policy policy, String action) {
        LongStream.range(0, 3).forEach(seed -> {
            long atMicros = 3_333_333_000L;
            Map<String, String> values = new HashMap<>(Runs.any(seed).values());
            String others = values.get("at");
            values.put("at", others.isEmpty() ? "3333.333s:" + action : others + ",3333.333s:" + action);
            Lane with = Runs.lane(Runs.LAB.scenario(values), policy);
            Lane without = Runs.lane(Runs.any(seed), policy);
            with.run();
            without.run();

            assertThat(before(with, atMicros)).isEqualTo(before(without, atMicros));
        });
    }

    /** Everything that was recorded before an instant. */
    private static List<String> before(Lane lane, long atMicros) {
        List<String> rows = new ArrayList<>();
        for (List<long[]> table : List.of(lane.record.instances(), lane.record.datapoints(), lane.record.cooldowns())) {
            table.stream()
                    .filter(row -> row[0] < atMicros)
                    .map(Arrays::toString)
                    .forEach(rows::add);
        }
        lane.group.activities().stream()
                .filter(each -> each.atMicros() < atMicros)
                .map(each -> each.atMicros() + " " + each.cause() + each.from() + each.to() + each.first()
                        + (each.endMicros() < atMicros ? each.endMicros() : "open"))
                .forEach(rows::add);
        int slots = (int) (atMicros / DrawnDemand.SLOT_MICROS);
        lane.rows.table().columns().forEach(column -> rows.add(Arrays.toString(Arrays.copyOf(column.values(), slots))));
        rows.add(Arrays.toString(Runs.requests(lane.demand, slots)));
        return rows;
    }

    /** Guards against an instant at which both would be done in the order of chance. */
    @Test
    void twoThingsAtOneInstantHappenInTheOrderGiven() {
        String story = "policies=manual traffic=constant duration=1h desired=4 at=600s:desired:group:";

        assertThat(Runs.run(story + "7,600s:desired:group:5").group.desired()).isEqualTo(5);
        assertThat(Runs.run(story + "5,600s:desired:group:7").group.desired()).isEqualTo(7);
    }
}
