package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.cloud.database.Note;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a failover scenario is written, and what is wrong with a bad one. */
class FailoverScenarioTest {

    @ParameterizedTest
    @CsvSource({
        "az-outage@30s, 30s:fail-zone:az-a",
        "process-crash@1500ms, 1.5s:crash:instance-1",
        "wrong-delete@0s, 0s:delete-wrong:database",
        "reboot-with-failover@2m, 120s:reboot-with-failover:database"
    })
    void aFaultIsAnotherWayToWriteAnIntervention(String fault, String at) {
        FailoverScenario scenario = Runs.scenario("fault=" + fault);

        assertThat(scenario.values()).containsEntry("at", at).doesNotContainKey("fault");
        assertThat(scenario).isEqualTo(Runs.scenario("at=" + at));
        assertThat(Runs.scenario("at=5s:reboot:database fault=" + fault).interventions)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "fault=meteor@30s, not-a-fault",
        "fault=az-outage@soon, not-a-fault",
        "at=30s:fail-zone:az-z, unknown-subject",
        "at=30s:fail-zone:instance-1, unknown-subject",
        "at=30s:keep-address:client-13, unknown-subject",
        "at=30s:explode:az-a, unknown-action",
        "at=30s:long-transaction:database, not-an-intervention",
        "at=30s:long-transaction:database:601, out-of-range"
    })
    void whatIsWrongIsSaidOfTheInterventions(String values, String code) {
        InvalidScenarioException thrown =
                catchThrowableOfType(InvalidScenarioException.class, () -> Runs.scenario(values));

        // the parameter that was written, not the one that it stands for
        assertThat(thrown.problems()).extracting(Problem::parameter).containsExactly(values.replaceAll("=.*", ""));
        assertThat(thrown.problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aRunMayNotHaveMoreRequestsThanCanBeKept() {
        InvalidScenarioException thrown = catchThrowableOfType(
                InvalidScenarioException.class, () -> Runs.scenario("writeRate=500 readRate=500 duration=1h"));

        assertThat(thrown.problems())
                .containsExactly(new Problem(
                        "duration", "1h", "too-many-requests", Map.of("max", "200000", "requests", "3600000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"az-a", "az-a-and-az-b"})
    void targetsOfALoadBalancerStandInZones(String nodes) {
        InvalidScenarioException thrown = catchThrowableOfType(
                InvalidScenarioException.class, () -> Runs.scenario("clientZones=outside balancerNodes=" + nodes));

        assertThat(thrown.problems())
                .containsExactly(new Problem(
                        "clientZones", "outside", "targets-outside", Map.of("options", "az-a,az-a-and-az-b")));
        assertThat(Runs.scenario("clientZones=az-a balancerNodes=" + nodes).hasBalancer())
                .isTrue();
    }

    /** Whoever adds a word to the decision log is told which texts are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"failover-stage.properties", "failover-stage_ko.properties"})
    void everyNoteHasItsWords(String file) throws IOException {
        String texts = Files.readString(Path.of("src/main/resources/messages", file));

        assertThat(Words.ids(Note.values())).allMatch(note -> texts.contains("lab.failover.note." + note + "="));
    }
}
