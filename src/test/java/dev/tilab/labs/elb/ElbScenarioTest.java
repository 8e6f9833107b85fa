package dev.tilab.labs.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as a person writes them, and what is said of those that cannot be read. */
class ElbScenarioTest {

    private static List<Problem> problems(String parameter, String value) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> Runs.LAB.scenario(Map.of(parameter, value)))
                .problems();
    }

    /** Guards against whoever mends one fault and is told of the next. */
    @Test
    void everythingThatIsWrongWithRulesIsSaidAtOnceWithItsLine() {
        assertThat(problems("albRules", "10 /a nowhere; 10 /b api; 99999 /c 700"))
                .extracting(
                        Problem::code,
                        Problem::value,
                        problem -> problem.allowed().get("line"))
                .containsExactly(
                        tuple("rule-group", "nowhere", "1"),
                        tuple("rule-priority-twice", "10", "2"),
                        tuple("rule-status", "700", "3"),
                        tuple("rule-priority", "99999", "3"),
                        tuple("rule-default-missing", "10 /a nowhere; 10 /b api; 99999 /c 700", "4"));
    }

    @ParameterizedTest
    @CsvSource({
        "albListeners, TCP:80, listener-protocol, TCP",
        "albListeners, HTTP:0, listener-port, 0",
        "albListeners, HTTP:80 web, listener-syntax, HTTP:80 web",
        "nlbListeners, TCP:80, listener-syntax, TCP:80",
        "nlbListeners, TCP:80 shop, listener-group, shop",
        "nlbListeners, TCP:80 web; TCP_UDP:80 game, listener-twice, TCP_UDP:80 game",
        "clbListeners, UDP:53, listener-protocol, UDP",
        "targets, login 1, targets-syntax, 1",
        "targets, login 1+1 x, targets-syntax, login 1+1 x",
        "targets, shop 1+1, targets-service, shop",
        "targets, api 1+1; api 1+1, targets-twice, api",
        "targets, api 1+7, targets-count, 1+7",
        "at, 1s:stop:target-13, unknown-subject, 1s:stop:target-13",
        "at, 1s:move-rule:rule-4:1, unknown-subject, 1s:move-rule:rule-4:1",
        "at, 1s:close:connection-99999, unknown-subject, 1s:close:connection-99999",
    })
    void whatCannotBeReadIsNamedAsItWasWritten(String parameter, String value, String code, String given) {
        assertThat(problems(parameter, value))
                .extracting(Problem::code, Problem::value)
                .containsExactly(tuple(code, given));
    }

    /** UDP and what TCP carries are two ports of one number. */
    @Test
    void twoListenersShareANumberIfTheyHearDifferentThings() {
        assertThat(Runs.scenario("nlbListeners=TCP:53 login+api; UDP:53 game").nlbListeners)
                .extracting(Listener::text)
                .containsExactly("TCP:53", "UDP:53");
    }

    @Test
    void moreLettersThanARunMayHaveAreRefusedWithTheirNumber() {
        assertThat(catchThrowableOfType(
                                InvalidScenarioException.class,
                                () -> Runs.scenario("browsers=100|webRate=20|duration=900s|at=1s:close:connection-1"))
                        .problems())
                .extracting(Problem::parameter, Problem::code)
                .startsWith(tuple("duration", "too-many-requests"));
    }
}
