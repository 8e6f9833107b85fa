package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;

/** Compares timelines number by number; whether a column is known to be ascending is not sent. */
final class TimelineAssert {

    private TimelineAssert() {}

    static void assertSame(Timeline actual, Timeline expected) {
        assertThat(actual.durationMicros()).isEqualTo(expected.durationMicros());
        assertThat(actual.facts()).isEqualTo(expected.facts());
        assertThat(actual.dictionaries()).isEqualTo(expected.dictionaries());
        assertSameTables(actual.shared(), expected.shared());
        assertSameTables(actual.lanes(), expected.lanes());
    }

    private static void assertSameTables(List<Table> actual, List<Table> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Table table = expected.get(i);
            assertThat(actual.get(i).name()).isEqualTo(table.name());
            assertThat(actual.get(i).rows()).isEqualTo(table.rows());
            assertThat(actual.get(i).columns()).hasSameSizeAs(table.columns());
            for (int c = 0; c < table.columns().size(); c++) {
                assertThat(actual.get(i).columns().get(c).name())
                        .isEqualTo(table.columns().get(c).name());
                assertThat(actual.get(i).columns().get(c).values())
                        .as("%s of %s", table.columns().get(c).name(), table.name())
                        .isEqualTo(table.columns().get(c).values());
            }
        }
    }
}
