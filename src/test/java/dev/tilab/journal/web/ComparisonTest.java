package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Topic;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.web.Comparison.Difference;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two versions of a day are told apart row by row, even after rows were moved, added and removed. */
class ComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 11);

    @Test
    void aDayComparedWithItselfDiffersNowhere() {
        DayFields day = day(new Topic(0, "ELB", "a"), new Topic(1, "RDS", "b"));

        assertThat(Comparison.of(day, day).isEmpty()).isTrue();
    }

    /** By position, a topic put in front would make all the others look rewritten. */
    @Test
    void aTopicPutInFrontIsTheOnlyDifference() {
        DayFields mine = day(new Topic(0, "ELB", "a"), new Topic(1, "RDS", "b"));
        DayFields theirs = day(new Topic(0, "VPC", "c"), new Topic(1, "ELB", "a"), new Topic(2, "RDS", "b"));

        assertThat(Comparison.of(mine, theirs).differences())
                .extracting(Difference::label, Difference::number, Difference::onlyIn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("journal.topic", 1, "theirs"));
    }

    @Test
    void anotherOrderIsADifferenceOfItsOwn() {
        DayFields mine = day(new Topic(1, "RDS", "b"), new Topic(0, "ELB", "a"));
        DayFields theirs = day(new Topic(0, "ELB", "a"), new Topic(1, "RDS", "b"));

        assertThat(Comparison.of(mine, theirs).differences())
                .extracting(Difference::label)
                .containsExactly("journal.topic.order");
    }

    /** Origins count in the version that the writer had; saved over another version they would overwrite the wrong rows. */
    @Test
    void savingMineOverTheirsPointsEveryRowAtTheRowThatItIs() {
        DayFields mine =
                day(new Topic(0, "ELB", "changed"), new Topic(DayFields.NEW, "S3", "new"), new Topic(1, "RDS", "b"));
        DayFields theirs = day(new Topic(0, "VPC", "c"), new Topic(1, "ELB", "a"), new Topic(2, "RDS", "b"));

        assertThat(Comparison.onto(mine, theirs).topics())
                .extracting(Topic::origin)
                .containsExactly(1, DayFields.NEW, 2);
    }

    private static DayFields day(Topic... topics) {
        return DayFields.empty(DAY).with(DaySection.TOPICS, List.of(topics));
    }
}
