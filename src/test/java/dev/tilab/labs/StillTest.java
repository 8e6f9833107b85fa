package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.autoscaling.AutoScalingSummary;
import dev.tilab.labs.elb.ElbSummary;
import dev.tilab.labs.failover.FailoverSummary;
import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Still;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A drawing of the server's shows the run that it stands for, or nobody could trust a page without scripts. */
class StillTest {

    private static final Pattern FAILURES = Pattern.compile("class=\"cross failures\" d=\"([^\"]*)\"");

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    static Stream<Arguments> presets() {
        return labs().flatMap(lab -> lab.presets().stream().map(preset -> Arguments.of(lab, preset)));
    }

    /** Guards against a request that is counted twice, too early or not at all: at the end there is nothing else than the summary has. */
    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void atItsEndItSaysWhatTheSummarySays(Lab<S> lab, Preset preset) {
        S scenario = lab.scenario(preset.values());
        Still still = lab.still(scenario, length(scenario)).orElseThrow();
        Record figures = lab.summary(scenario);
        assertThat(failed(still)).isEqualTo(failed(figures));
        if (figures instanceof FailoverSummary summary) {
            assertThat(still.lanes().stream().map(lane -> lane.figures().get(0)).toList())
                    .isEqualTo(summary.lanes().stream()
                            .map(FailoverSummary.LaneSummary::acknowledgedWrites)
                            .toList());
        }
    }

    /** What has not happened yet is not drawn; a picture of the end would give every answer away. */
    @ParameterizedTest
    @MethodSource("labs")
    <S extends Scenario> void knowsNothingOfWhatComesAfterItsInstant(Lab<S> lab) {
        S scenario = lab.scenario(lab.presets().get(0).values());
        Still begin = lab.still(scenario, 0).orElseThrow();
        assertThat(begin.lanes()).extracting(lane -> lane.figures().get(1)).containsOnly(0L);
        Still end = lab.still(scenario, length(scenario)).orElseThrow();
        assertThat(svg(begin)).isNotEqualTo(svg(end));
    }

    /** Guards against a film that is one of another run, one that stands still, and one that jumps where it takes the place of the drawing. */
    @ParameterizedTest
    @MethodSource("labs")
    void theFilmIsTheRunOfTheDrawingAndGoesOn(Lab<?> lab) {
        List<Still> film = Labs.film(lab);
        assertThat(film).hasSize(Labs.FRAMES);
        assertThat(svg(film.get(Labs.TELLING))).isEqualTo(svg(Labs.still(lab).orElseThrow()));
        assertThat(film).extracting(Still::atMicros).isSorted().doesNotHaveDuplicates();
        assertThat(film.stream().map(StillTest::svg).distinct().count())
                .as("frames that differ")
                .isGreaterThan(Labs.FRAMES * 9L / 10);
        assertThat(film)
                .extracting(still ->
                        failed(still).stream().mapToLong(Long::longValue).sum())
                .as("what failed stays failed")
                .isSorted();
    }

    /** Requests of a warm-up stand before the targets when the run begins; those that fail are in no figure. */
    @Test
    void countsNoneThatFailedInTheWarmUp() {
        LoadBalancingLab lab = new LoadBalancingLab();
        var scenario = lab.scenario(Map.of("warmUp", "30s", "rate", "40", "duration", "10s", "queueLimit", "3"));
        Still still = lab.still(scenario, length(scenario)).orElseThrow();
        assertThat(failed(still)).isEqualTo(failed(lab.summary(scenario))).doesNotContain(0L);
    }

    /** There is a cross for each, as long as there is room for crosses. */
    @Test
    void everyFailedRequestIsACross() {
        Lab<?> lab = Labs.find("load-balancing").orElseThrow();
        Still still = Labs.still(lab).orElseThrow();
        long drawn = FAILURES.matcher(svg(still))
                .results()
                .flatMapToInt(found -> found.group(1).chars())
                .filter(letter -> letter == 'M')
                .count();
        assertThat(drawn)
                .isPositive()
                .isEqualTo(still.lanes().stream()
                        .mapToLong(lane -> lane.figures().get(1))
                        .sum());
    }

    @Test
    void everyLabIsDrawnInSmallWithItsWords() throws Exception {
        for (Lab<?> lab : Labs.all()) {
            String svg = Labs.still(lab).orElseThrow().svg(lab.id(), (key, arguments) -> "<b> & " + key);
            Document drawing = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("<b> & labs.still");
            assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("<b> & lab." + lab.id() + ".still");
            assertThat(drawing.getElementsByTagName("b").getLength()).isZero();
            assertThat(svg).as("a page's policy forbids styles").doesNotContain("style=");
            assertThat(svg.length()).as("three of them stand in one page").isLessThan(12_000);
        }
    }

    private static List<Long> failed(Still still) {
        return still.lanes().stream().map(lane -> lane.figures().get(1)).toList();
    }

    private static String svg(Still still) {
        return still.svg("x", (key, arguments) -> key);
    }

    private static long length(Scenario scenario) {
        return Durations.micros(scenario.values().get("duration")).orElseThrow();
    }

    private static List<Long> failed(Record summary) {
        if (summary instanceof LoadBalancingSummary balancing) {
            return balancing.lanes().stream()
                    .map(lane -> lane.rejected() + lane.failed())
                    .toList();
        }
        if (summary instanceof ElbSummary elb) {
            return elb.lanes().stream().map(ElbSummary.LaneSummary::failed).toList();
        }
        return summary instanceof FailoverSummary failover
                ? failover.lanes().stream()
                        .map(FailoverSummary.LaneSummary::failedRequests)
                        .toList()
                : ((AutoScalingSummary) summary)
                        .lanes().stream()
                                .map(AutoScalingSummary.LaneSummary::failedRequests)
                                .toList();
    }
}
