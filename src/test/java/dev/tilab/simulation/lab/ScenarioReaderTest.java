package dev.tilab.simulation.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as a person writes them, up to their limits and one step beyond. */
class ScenarioReaderTest {

    private static final List<Action> ACTIONS = List.of(
            new Action("slow", "target", List.of(), true, 1, 20, 2),
            new Action("fail-zone", "zone", List.of("az-a", "az-b"), false, 0, 0, 0));

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("clients", "5", "1", "12", null),
            Parameter.decimal("rate", "2.5", "0.5", "100", "requests/s", null),
            Parameter.duration("duration", "60s", "1s", "300s", null),
            Parameter.choice("arrivals", "poisson", List.of("poisson", "regular"), null),
            Parameter.choices("strategies", "hash", List.of("hash", "random", "round-robin"), 2, null),
            Parameter.decimals("targets", "1,1", "0.1", "10", 3, null),
            Parameter.text("schedule", "never", 12, null),
            Parameter.interventions("at", 2));

    private record Read(
            long clients,
            double rate,
            long micros,
            String arrivals,
            List<String> strategies,
            List<Double> targets,
            String schedule,
            List<Intervention> at,
            Map<String, String> values) {}

    private static Read read(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(PARAMETERS, given);
        long clients = reader.integer("clients");
        double rate = reader.decimal("rate");
        long micros = reader.durationMicros("duration");
        String arrivals = reader.choice("arrivals");
        List<String> strategies = reader.choices("strategies");
        List<Double> targets = reader.decimals("targets");
        String schedule = reader.plain("schedule");
        List<Intervention> at = reader.interventions("at", ACTIONS, targets.size(), micros);
        return new Read(clients, rate, micros, arrivals, strategies, targets, schedule, at, reader.finish());
    }

    private static List<Problem> problems(Map<String, String> given) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> read(given))
                .problems();
    }

    @Test
    void whatIsNotGivenOrBlankTakesItsDefault() {
        assertThat(read(Values.of("rate", " ", "arrivals", "")))
                .isEqualTo(new Read(
                        5,
                        2.5,
                        60_000_000,
                        "poisson",
                        List.of("hash"),
                        List.of(1.0, 1.0),
                        "never",
                        List.of(),
                        Values.of(
                                "clients",
                                "5",
                                "rate",
                                "2.5",
                                "duration",
                                "60s",
                                "arrivals",
                                "poisson",
                                "strategies",
                                "hash",
                                "targets",
                                "1,1",
                                "schedule",
                                "never",
                                "at",
                                "")));
    }

    @Test
    void whatIsGivenIsReadAndSpelledInOneWay() {
        Read read = read(Values.of(
                "clients",
                "12",
                "rate",
                "0.50",
                "duration",
                "5m",
                "arrivals",
                " regular ",
                "strategies",
                "random, hash",
                "targets",
                "10,.1, 2",
                "schedule",
                "  at  noon  ",
                "at",
                "300s:slow:target-3:20,0s:fail-zone:az-b"));

        assertThat(read)
                .isEqualTo(new Read(
                        12,
                        0.5,
                        300_000_000,
                        "regular",
                        List.of("random", "hash"),
                        List.of(10.0, 0.1, 2.0),
                        "at noon",
                        List.of(
                                new Intervention(0, "fail-zone", "az-b", 1, 0),
                                new Intervention(300_000_000, "slow", "target-3", 2, 20)),
                        read.values()));
        assertThat(read.values().values())
                .containsExactly(
                        "12",
                        "0.5",
                        "300s",
                        "regular",
                        "random,hash",
                        "10,0.1,2",
                        "at noon",
                        "0s:fail-zone:az-b,300s:slow:target-3:20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients | 0 | out-of-range",
                "clients | 13 | out-of-range",
                "clients | 2.0 | not-a-number",
                "rate | 0.499999 | out-of-range",
                "rate | 100.000001 | out-of-range",
                "rate | much | not-a-number",
                "duration | 999ms | out-of-range",
                "duration | 300.000001s | out-of-range",
                "duration | 60 | not-a-duration",
                "arrivals | Poisson | not-a-choice",
                "strategies | fastest | not-a-choice",
                "strategies | hash,hash | duplicate",
                "strategies | hash,random,round-robin | too-many-items",
                "strategies | , | too-few-items",
                "targets | 1,1,1,1 | too-many-items",
                "targets | 1,0.09 | out-of-range",
                "schedule | thirteen sign | too-long",
                "at | 60.000001s:slow:target-1:2 | out-of-range",
                "at | 1s:slow:target-3:2 | unknown-subject",
                "at | 1s:slow:target-1:20.001 | out-of-range",
                "at | 1s:slow:target-1:0.999 | out-of-range",
                "at | 1s:stop:target-1 | unknown-action",
                "at | 1s:slow:target-1 | not-an-intervention",
                "at | 1s:fail-zone:az-a:1 | not-an-intervention",
                "at | 1s:fail-zone:az-c | unknown-subject",
                "at | 1s:slow:target-1:2,2s:slow:target-1:2,3s:slow:target-1:2 | too-many-items"
            })
    void whatLiesBeyondALimitIsNamed(String parameter, String value, String code) {
        assertThat(problems(Values.of(parameter, value)))
                .extracting(Problem::parameter, Problem::code)
                .containsOnly(tuple(parameter, code));
    }

    /** A message that shows no way to write it right sends the reader to the source. */
    @Test
    void howAnInterventionIsWrittenIsSaidForThatAction() {
        assertThat(problems(Values.of("at", "1s:slow:target-1")).get(0).allowed())
                .containsExactlyEntriesOf(Values.of("syntax", "<time>:slow:target-<number>:<value>"));
        assertThat(problems(Values.of("at", "1s:fail-zone:az-a:1")).get(0).allowed())
                .containsExactlyEntriesOf(Values.of("syntax", "<time>:fail-zone:az-a|az-b"));
        assertThat(problems(Values.of("at", "1s:fail-zone:az-c")).get(0).allowed())
                .containsExactlyEntriesOf(Values.of("options", "az-a,az-b"));
    }

    @Test
    void allIsSaidAtOnceInTheOrderOfTheParametersAndUnknownNamesLast() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String name : List.of("zebra", "at", "schedule", "Apple", "duration", "rate", "clients")) {
            wrong.put(name, name.equals("schedule") ? "much too long a text" : "?");
        }

        assertThat(problems(wrong))
                .extracting(Problem::parameter)
                .containsExactly("clients", "rate", "duration", "schedule", "at", "Apple", "zebra");
    }

    /** Up to what a request may ask for, and not one more. */
    @Test
    void seedsStayWithinTheirLimits() {
        assertThat(new Seeds(0, 1).runs()).isEqualTo(1);
        assertThat(new Seeds(Seeds.MOST_FROM, Seeds.MOST_RUNS).from()).isEqualTo(Seeds.MOST_FROM);
        assertThat(catchThrowableOfType(InvalidScenarioException.class, () -> new Seeds(-1, 0))
                        .problems())
                .extracting(Problem::parameter)
                .containsExactly("from", "runs");
        assertThat(catchThrowableOfType(
                                InvalidScenarioException.class,
                                () -> new Seeds(Seeds.MOST_FROM + 1, Seeds.MOST_RUNS + 1))
                        .problems())
                .extracting(Problem::parameter)
                .containsExactly("from", "runs");
    }

    /** One second is said in seconds, and the longest number that is read is read. */
    @ParameterizedTest
    @CsvSource({"1s, 1s", "1000ms, 1s", "-1000ms, -1s", "999.999ms, 999.999ms"})
    void aSecondIsSaidInSeconds(String written, String canonical) {
        assertThat(Durations.text(Durations.micros(written).orElseThrow())).isEqualTo(canonical);
        assertThat(Decimals.parse("1".repeat(40))).isPresent();
        assertThat(Decimals.parse("1".repeat(41))).isEmpty();
    }

    /** Guards against targets and rules that share one count, and against a message of two hundred thousand names. */
    @Test
    void thingsOfSeveralKindsAreNumberedEachForItself() {
        List<Action> actions = List.of(
                new Action("stop", "target", List.of(), false, 0, 0, 0),
                new Action("close", "connection", List.of(), false, 0, 0, 0));
        Map<String, Integer> counts = Map.of("target", 2, "connection", 200_000);

        assertThat(interventions(actions, counts, "1s:stop:target-2,2s:close:connection-200000"))
                .extracting(Intervention::index)
                .containsExactly(1, 199_999);
        assertThat(catchThrowableOfType(
                                InvalidScenarioException.class,
                                () -> interventions(actions, counts, "1s:stop:target-3,2s:close:connection-0"))
                        .problems())
                .extracting(Problem::code, problem -> problem.allowed().get("options"))
                .containsExactly(
                        tuple("unknown-subject", "target-1,target-2"),
                        tuple("unknown-subject", "connection-1…connection-200000"));
    }

    private static List<Intervention> interventions(List<Action> actions, Map<String, Integer> counts, String at) {
        ScenarioReader reader = new ScenarioReader(List.of(Parameter.interventions("at", 5)), Map.of("at", at));
        List<Intervention> read = reader.interventions("at", actions, counts::get, 10_000_000);
        reader.finish();
        return read;
    }
}
