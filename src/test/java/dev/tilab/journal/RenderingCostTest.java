package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.TilDocument;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Work and size of what is shown are in proportion to the text, whatever its shape. Guards against a text of some thousand
 * characters that keeps the application busy for minutes or fills its memory.
 */
@Tag("slow")
class RenderingCostTest {

    private static final int SMALL = 64 << 10;
    private static final int LARGE = 1 << 20;

    /** Sixteen times the text may take this many times the CPU time. */
    private static final int RATIO = 20;

    /** Less CPU time than this at 64 KB is noise; the larger text is then measured against it. */
    private static final long FLOOR_NANOS = 80_000_000;

    private static final int TRIES = 4;
    private static final String WHY = "too intricate";
    private static final UnaryOperator<String> WORDS = key -> WHY;
    private static final Pattern MARKS = Pattern.compile("<[^>]*>");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @Test
    void sixteenTimesTheTextTakesAtMostTwentyTimesTheWork() {
        Map<String, IntFunction<String>> shapes = Shapes.all();
        assertThat(shapes).hasSizeGreaterThanOrEqualTo(150);
        shapes.values().parallelStream().forEach(shape -> renderer.html(shape.apply(8 << 10), "t-", WORDS));
        List<Measured> measured = shapes.entrySet().parallelStream()
                .map(shape -> measured(shape.getKey(), shape.getValue()))
                .toList();
        Measured worst =
                measured.stream().max(Comparator.comparingLong(Measured::took)).orElseThrow();
        System.out.printf(
                "%d shapes of 1 MB; the dearest, \"%s\", took %d ms of CPU%n",
                shapes.size(), worst.name(), worst.took() / 1_000_000);
        assertThat(measured).filteredOn(shape -> shape.took() > shape.allowed()).isEmpty();
    }

    /** Nanoseconds of CPU at 1 MB. */
    private record Measured(String name, long took, long allowed) {}

    /** What a thread takes is its own, so shapes may be measured beside each other. */
    private Measured measured(String name, IntFunction<String> shape) {
        long took = Long.MAX_VALUE;
        long allowed = 0;
        // Somebody else's work on the machine can only slow one try down: the best one counts.
        for (int i = 0; i < TRIES && took > allowed; i++) {
            allowed = Math.max(allowed, RATIO * Math.max(FLOOR_NANOS, cpuNanos(shape, SMALL)));
            took = Math.min(took, cpuNanos(shape, LARGE));
        }
        return new Measured(name, took, allowed);
    }

    private long cpuNanos(IntFunction<String> shape, int length) {
        String text = shape.apply(length);
        long before = THREADS.getCurrentThreadCpuTime();
        String html = renderer.html(text, "t-", WORDS);
        long took = THREADS.getCurrentThreadCpuTime() - before;
        assertThat(html.length()).isLessThanOrEqualTo(Math.min(8_000_000, 10_000 + 20 * text.length()));
        return took;
    }

    /** A paragraph before and one behind, so that there is something to lose. */
    @Test
    void noShapeLosesTheWordsBesideIt() {
        Shapes.all().forEach((name, shape) -> {
            String html = renderer.html("처음이다\n\n" + shape.apply(3_000) + "\n\n끝이다", "t-", WORDS);

            assertThat(MARKS.matcher(html).replaceAll("")).as(name).contains("처음이다");
        });
    }

    @Test
    void aTextThatIsTooIntricateIsShownAsItWasWrittenWithTheReason() {
        String text = "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "b<i>&\"\n".repeat(20_000);

        assertThat(renderer.html(text, "t-", key -> "왜 & 어째서"))
                .startsWith("<p class=\"as-written\">왜 &amp; 어째서</p><pre class=\"as-written\" tabindex=\"0\">\n|a|a")
                .endsWith("b&lt;i&gt;&amp;&quot;\n</pre>");
    }

    @Test
    void aTableMayLackCellsInProportionToItsText() {
        String rows = "| 이름 | 값 | 비고 |\n|---|---|---|\n" + "| 하나 | 1 |\n| 둘 |\n".repeat(2_000);

        assertThat(renderer.html(rows, "t-", WORDS)).contains("<table>", "<td>둘</td><td></td><td></td>");
    }

    /** A log of a mebibyte, a long list, a long table and dense prose are what people really have. */
    @Test
    void whatPeopleWriteIsDrawnHoweverLong() {
        for (String text : List.of(
                "```\n" + "[INFO] <a> `b` *c* |d|\n".repeat(40_000) + "```\n",
                "- [ ] 할 일 **굵게** `코드`\n".repeat(20_000),
                "| a | b |\n|---|---|\n" + "| 1 | **2** |\n".repeat(20_000),
                "글 **굵게** <b>날것</b> `코드` [링크](https://a.kr) <br>\n".repeat(400))) {
            assertThat(renderer.html(text, "t-", WORDS)).doesNotContain(WHY);
        }
    }

    @Test
    void readingTheFileOfAnyShapeIsInProportionToo() {
        assertThat(Shapes.all().entrySet().parallelStream().map(shape -> read(shape.getKey(), shape.getValue())))
                .filteredOn(shape -> shape.took() > shape.allowed())
                .isEmpty();
    }

    private static Measured read(String name, IntFunction<String> shape) {
        long took = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && took > RATIO * FLOOR_NANOS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            TilDocument document = TilDocument.parse("### 새로 배운 내용\n#### 주제 1: 글\n" + shape.apply(LARGE));
            Excerpt.of(document.fields());
            took = Math.min(took, THREADS.getCurrentThreadCpuTime() - before);
        }
        return new Measured(name, took, RATIO * FLOOR_NANOS);
    }
}
