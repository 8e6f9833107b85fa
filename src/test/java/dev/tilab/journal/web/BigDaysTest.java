package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Origins;
import dev.tilab.journal.template.CommonSubsequence;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.TilDocument;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A file may bring twenty thousand references: ten times as many take about ten times the work, not a hundred times. Tables of
 * every row by every other took all memory.
 */
class BigDaysTest {

    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void findingOutWhichReferenceWasWhich() {
        growsAsTheDay(n -> {
            DayFields day = references(n, "제목 ");
            return () -> Origins.match(day, turnedRound(day));
        });
    }

    @Test
    void comparingTwoVersionsOfWhichNothingIsEqual() {
        growsAsTheDay(n -> () -> Comparison.of(references(n, "제목 "), references(n, "anders ")));
    }

    @Test
    void comparingTwoVersionsThatDifferInTheirOrder() {
        growsAsTheDay(n -> () -> Comparison.of(references(n, "제목 "), turnedRound(references(n, "제목 "))));
    }

    @Test
    void comparingRowsThatAllSayOneOfTwoThings() {
        growsAsTheDay(n -> {
            List<Integer> a = new Random(1).ints(n, 0, 2).boxed().toList();
            List<Integer> b = new Random(2).ints(n, 0, 2).boxed().toList();
            return () -> CommonSubsequence.of(a, b);
        });
    }

    /** Guards against a text of one megabyte that makes a page of a hundred. */
    @Test
    void aComparisonShowsSoManyLinesAndSaysHowMuchItLeavesOut() {
        Comparison rows = Comparison.of(references(MANY, "제목 "), references(MANY, "anders "));
        Comparison lines = Comparison.of(retrospective("a\n".repeat(MANY)), retrospective("b\n".repeat(MANY)));

        assertThat(linesOf(rows)).isBetween(1_000, Comparison.LINES);
        assertThat(rows.left() + rows.differences().size())
                .isEqualTo(rows.size())
                .isEqualTo(MANY);
        assertThat(linesOf(lines)).isBetween(Comparison.LINES - 10, Comparison.LINES);
        assertThat(lines.left()).isEqualTo(1);
    }

    private static int linesOf(Comparison comparison) {
        return comparison.differences().stream()
                .mapToInt(difference -> difference.lines().size())
                .sum();
    }

    private static DayFields retrospective(String text) {
        return DayFields.empty(null).with(DayField.RETROSPECTIVE, text);
    }

    @Test
    void writingADayInWhichOneReferenceWasRemoved() {
        growsAsTheDay(n -> {
            StringBuilder text = new StringBuilder("### 참고 자료\n");
            IntStream.range(0, n)
                    .forEach(i -> text.append("- [제목 ")
                            .append(i)
                            .append("](https://e.com/")
                            .append(i)
                            .append(")\n"));
            TilDocument document = TilDocument.parse(text.toString());
            DayFields day = document.fields();
            return () -> document.with(withReferences(day, day.references().subList(1, n)));
        });
    }

    /** Thousands of lines about each of them would help nobody, and were made before anybody counted. */
    @Test
    void tooManyAreToldInOneLine() {
        DayFields empty = withReferences(references(1, ""), List.of());

        assertThatThrownBy(() -> Origins.match(empty, references(MANY, "not an address")))
                .isInstanceOfSatisfying(InvalidEntryException.class, refused -> {
                    assertThat(refused.problems()).hasSize(1);
                    assertThat(refused.problems().get(0).field()).isEqualTo("references");
                    assertThat(refused.problems().get(0).value()).isEqualTo("20000");
                    assertThat(refused.problems().get(0).allowed()).containsEntry("max", 200);
                });
    }

    private static void growsAsTheDay(IntFunction<Runnable> work) {
        work.apply(FEW).run(); // once unmeasured, for what is loaded and compiled
        long[] few = cost(work.apply(FEW));
        long[] many = cost(work.apply(MANY));

        assertThat(many[0]).as("CPU nanoseconds").isLessThan(Math.max(25 * few[0], 3_000_000_000L));
        assertThat(many[1]).as("allocated bytes").isLessThan(20 * few[1] + 10_000_000);
    }

    private static long[] cost(Runnable work) {
        long thread = Thread.currentThread().getId();
        long cpu = THREAD.getThreadCpuTime(thread);
        long bytes = THREAD.getThreadAllocatedBytes(thread);
        work.run();
        return new long[] {THREAD.getThreadCpuTime(thread) - cpu, THREAD.getThreadAllocatedBytes(thread) - bytes};
    }

    private static DayFields references(int count, String title) {
        List<DayFields.Reference> references = IntStream.range(0, count)
                .mapToObj(i -> new DayFields.Reference(i, title + i, "https://e.com/" + title.strip() + i))
                .toList();
        return withReferences(DayFields.empty(null), references);
    }

    private static DayFields turnedRound(DayFields day) {
        List<DayFields.Reference> references = new ArrayList<>(day.references());
        Collections.reverse(references);
        return withReferences(day, references);
    }

    private static DayFields withReferences(DayFields day, List<DayFields.Reference> references) {
        return day.with(DaySection.REFERENCES, references);
    }
}
