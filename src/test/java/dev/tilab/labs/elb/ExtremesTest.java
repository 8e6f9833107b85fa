package dev.tilab.labs.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value at an end of its range, alone and in any mixture: a run, or a refusal that says why. */
class ExtremesTest {

    private static final Map<String, List<String>> TEXTS = Map.of(
            "targets", List.of("login 0+0", "login 6+6; api 6+6; chat 6+6; messenger 6+6; game 6+6", "game 1+0 ip"),
            "albRules",
                    List.of("default api", "50000 /* 404; 1 /* 200; default 503", "1 /a api*0; default login*0+api*0"),
            "albListeners", List.of("HTTPS:65535", "HTTP:1; HTTP:80"),
            "nlbListeners", List.of("TCP_UDP:80 game", "TLS:80 web+messenger; UDP:5222 messenger"),
            "clbListeners", List.of("SSL:80", "HTTP:5222; TCP:80"));

    static Stream<Parameter> parameters() {
        return Runs.LAB.parameters().stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void eachEndAloneGivesARun(Parameter parameter) {
        for (String value : ends(parameter)) {
            Map<String, String> values = new HashMap<>(Map.of("at", "20s:fail-zone:az-a"));
            values.put(parameter.id(), value);
            runs(values);
        }
    }

    @Test
    void anyMixtureGivesARun() {
        int runs = 0;
        for (long seed = 0; seed < 90; seed++) {
            Random random = new Random(seed);
            Map<String, String> values = new HashMap<>();
            for (Parameter parameter : Runs.LAB.parameters()) {
                List<String> ends = ends(parameter);
                if (random.nextInt(3) > 0) {
                    values.put(parameter.id(), ends.get(random.nextInt(ends.size())));
                }
            }
            values.put(
                    "at",
                    "10s:fail-zone:az-b,12s:renew-addresses:balancers,20s:repair-zone:az-b,25s:make-internal:balancers");
            runs += runs(values) ? 1 : 0;
        }
        assertThat(runs).isGreaterThan(15);
    }

    private static List<String> ends(Parameter parameter) {
        return switch (parameter.type()) {
            case CHOICE, CHOICES -> parameter.options();
            case TEXT -> TEXTS.get(parameter.id());
            case INTERVENTIONS -> List.of("0s:fail-zone:az-a,100s:repair-zone:az-a", "0s:close:connection-1");
            default -> List.of(parameter.min(), parameter.max());
        };
    }

    /** @return whether it is not too long to be tried here */
    private static boolean runs(Map<String, String> values) {
        ElbScenario scenario;
        try {
            scenario = Runs.LAB.scenario(values);
        } catch (InvalidScenarioException tooLong) {
            assertThat(tooLong.problems()).allMatch(each -> each.code().equals("too-many-requests"));
            return false;
        }
        if (scenario.letters() > 4_000) {
            return false;
        }
        ElbSummary summary = Runs.LAB.summary(scenario);
        assertThat(summary.lanes()).allSatisfy(lane -> {
            assertThat(lane.delivered() + lane.failed() + lane.inFlight()).isEqualTo(lane.sent());
            assertThat(lane.bill().usdPerHour()).isFinite().isNotNegative();
            assertThat(lane.skew() == null || Double.isFinite(lane.skew())).isTrue();
            assertThat(lane.pathTargetDependence() == null || lane.pathTargetDependence() <= 1.0001)
                    .isTrue();
        });
        Runs.LAB.timeline(scenario);
        return true;
    }
}
