package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.web.LineDiff.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two texts are shown so that equal lines stand beside each other and nothing of either is left out. */
class LineDiffTest {

    @Test
    void equalLinesStandBesideEachOtherAndChangedOnesPairUp() {
        assertThat(LineDiff.of("a\nb\nc\nd", "a\nx\nc\nd\ne"))
                .containsExactly(
                        new Row("a", "a"), new Row("b", "x"), new Row("c", "c"), new Row("d", "d"), new Row(null, "e"));
    }

    /** A comparison by position would call every line after the new one different. */
    @Test
    void aLineThatWasPutInDoesNotMakeTheRestDifferent() {
        List<Row> rows = LineDiff.of("one\ntwo\nthree", "zero\none\ntwo\nthree");

        assertThat(rows.get(0)).isEqualTo(new Row(null, "zero"));
        assertThat(rows.subList(1, 4)).allMatch(Row::isSame);
    }

    @Test
    void anEmptyTextHasNoLines() {
        assertThat(LineDiff.of("", "new")).containsExactly(new Row(null, "new"));
        assertThat(LineDiff.of("", "")).isEmpty();
    }

    /** Beyond the limit of the table the middle is shown as wholly different: true, whole, and at once. */
    @Test
    void longTextsThatDifferThroughoutAreShownWhole() {
        String mine = IntStream.range(0, 3000).mapToObj(i -> "m" + i).collect(Collectors.joining("\n"));
        String theirs = IntStream.range(0, 2000).mapToObj(i -> "t" + i).collect(Collectors.joining("\n"));

        List<Row> rows = LineDiff.of(mine, theirs);

        assertThat(rows.stream().map(Row::mine).filter(Objects::nonNull).collect(Collectors.joining("\n")))
                .isEqualTo(mine);
        assertThat(rows.stream().map(Row::theirs).filter(Objects::nonNull).collect(Collectors.joining("\n")))
                .isEqualTo(theirs);
    }

    /** Guards against one changed line that is hard to find among thousands of equal ones. */
    @Test
    void equalLinesFarFromADifferenceAreOneRow() {
        String mine = IntStream.range(0, 50).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));

        List<Row> rows = LineDiff.folded(LineDiff.of(mine, mine.replace("l20", "x")));

        assertThat(rows).hasSize(1 + 3 + 1 + 3 + 1);
        assertThat(rows.get(0)).isEqualTo(new Row(null, null, 17));
        assertThat(rows.get(4)).isEqualTo(new Row("l20", "x"));
        assertThat(rows.get(8)).isEqualTo(new Row(null, null, 26));
    }

    @Test
    void aFewEqualLinesAreNotWorthFolding() {
        List<Row> rows = LineDiff.of("x\na\nb\nc\nd\ne\nf\ng\ny", "1\na\nb\nc\nd\ne\nf\ng\n2");

        assertThat(LineDiff.folded(rows)).isEqualTo(rows).hasSize(9);
    }
}
