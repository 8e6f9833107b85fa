package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Topic;
import dev.tilab.journal.template.DaySection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A program sends a whole day without saying which topic was which; a wrong guess would rewrite lines that nobody touched.
 */
class OriginsTest {

    private static int[] match(List<Topic> old, List<Topic> now) {
        DayFields nothing = DayFields.empty(null);
        return Origins.match(nothing.with(DaySection.TOPICS, old), nothing.with(DaySection.TOPICS, now))
                .topics()
                .stream()
                .mapToInt(Topic::origin)
                .toArray();
    }

    private static List<Topic> items(String... titlesAndBodies) {
        return List.of(titlesAndBodies).stream()
                .map(s -> new Topic(DayFields.NEW, s.split("/", -1)[0], s.split("/", -1)[1]))
                .toList();
    }

    private static final List<Topic> OLD = items("a/1", "b/2", "c/3");

    @Test
    void whatIsEqualStaysWhereItWas() {
        assertThat(match(OLD, OLD)).containsExactly(0, 1, 2);
        assertThat(match(OLD, items("b/2"))).containsExactly(1);
        assertThat(match(OLD, items("x/9", "a/1", "b/2", "c/3"))).containsExactly(-1, 0, 1, 2);
    }

    @Test
    void aChangedBodyIsRecognisedByItsTitleAndAChangedTitleByItsPlace() {
        assertThat(match(OLD, items("a/1", "b/changed", "c/3"))).containsExactly(0, 1, 2);
        assertThat(match(OLD, items("b/changed"))).as("where no place tells").containsExactly(1);
        assertThat(match(OLD, items("a/1", "renamed/2", "c/3"))).containsExactly(0, 1, 2);
        assertThat(match(OLD, items("renamed/x", "b/2", "c/3"))).containsExactly(0, 1, 2);
    }

    @Test
    void whatMovedIsRecognisedAndWhatIsNewIsNew() {
        assertThat(match(OLD, items("c/3", "a/1", "b/2"))).containsExactly(2, 0, 1);
        assertThat(match(OLD, items("a/1", "new/4", "b/2", "c/3"))).containsExactly(0, -1, 1, 2);
        assertThat(match(List.of(), items("a/1"))).containsExactly(-1);
    }

    @Test
    void twinsAreNotConfused() {
        List<Topic> twins = items("메모/1", "메모/2", "메모/3");
        assertThat(match(twins, items("메모/1", "메모/3"))).containsExactly(0, 2);
        assertThat(match(twins, items("메모/1", "메모/x", "메모/3"))).containsExactly(0, 1, 2);
    }

    @Test
    void noItemIsEverTakenTwice() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Topic> old = random(random);
            List<Topic> now = random(random);
            int[] origins =
                    IntStream.of(match(old, now)).filter(origin -> origin >= 0).toArray();
            assertThat(origins).doesNotHaveDuplicates();
            assertThat(IntStream.of(origins).allMatch(origin -> origin < old.size()))
                    .isTrue();
            assertThat(match(old, old)).isEqualTo(IntStream.range(0, old.size()).toArray());
        }
    }

    private static List<Topic> random(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new Topic(DayFields.NEW, "t" + random.nextInt(4), "b" + random.nextInt(3)))
                .toList();
    }
}
