package dev.tilab.labs.elb.doctor;

import static dev.tilab.labs.elb.doctor.Doctor.ALL_PROBES;
import static dev.tilab.labs.elb.doctor.Doctor.diagnose;
import static dev.tilab.labs.elb.doctor.Doctor.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each fault looks like, row by row as AWS documents its parts. A row that follows from anything but the set-up would teach a
 * wrong sign, and two rows alike could not be told apart.
 */
class FaultsTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsWrongWithoutAFault(Kind kind) {
        DiagnosisSummary well = diagnose(patient(kind, List.of()), ALL_PROBES);

        assertThat(well.symptom().worst()).isNull();
        assertThat(well.symptom().answered()).isEqualTo(well.symptom().of()).isGreaterThan(30);
        assertThat(well.symptom().insideAnswered()).isEqualTo(well.symptom().insideOf());
        assertThat(well.health())
                .hasSize(3)
                .allSatisfy(target -> assertThat(target.changes()
                                .get(target.changes().size() - 1)
                                .state())
                        .isEqualTo("healthy"));
        assertThat(well.requests()).extracting(DiagnosisSummary.Asked::door).contains(0, 1);
        assertThat(well.probes())
                .flatMap(DiagnosisSummary.Probed::ends)
                .extracting(DiagnosisSummary.End::how)
                .containsOnly("arrived");
    }

    /**
     * Columns: fault, what a browser gets and after how many seconds, how many of 35, what is believed of the targets, how the client
     * probe ends at each door, how the one from the balancer's subnet ends, what is special in what the three print.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALB | TARGET_SG           | 504 10  | none | unhealthy Target.Timeout                    | answered answered | silent   | (after 10 s) ; timed out            ; 0.0.0.0:8080
            ALB | HEALTH_PATH         | 200     | all  | unhealthy Target.ResponseCodeMismatch [404] | arrived arrived   | answered | 200 OK       ; /healthz             ; 200 OK
            ALB | LOCALHOST           | 502     | none | unhealthy Target.FailedHealthChecks         | answered answered | refused  | 502          ; 8080                 ; 127.0.0.1:8080
            ALB | GROUP_PORT          | 502     | none | unhealthy Target.FailedHealthChecks         | answered answered | refused  | 502          ; :80/                 ; 0.0.0.0:8080
            ALB | BALANCER_SG         | silence | none | healthy                                     | silent silent     | arrived  | 203.0.113.10 ; 200 OK               ; 200 OK
            ALB | SCHEME              | silence | none | healthy                                     | silent silent     | arrived  | 10.0.1.20    ; 200 OK               ; 200 OK
            ALB | SUBNET_ROUTE        | silence | half | healthy                                     | arrived silent    | arrived  | 203.0.113.10 ; 200 OK               ; 200 OK
            ALB | NO_LISTENER         | refused | none | healthy                                     | refused refused   | arrived  | refused      ; 200 OK               ; 200 OK
            ALB | NONE_REGISTERED     | 503     | none |                                             | answered answered | answered | 503          ; diagnosis.no-target  ; 200 OK
            ALB | ZONE_NOT_ENABLED    | 503     | none | unused Target.NotInUse                      | answered answered | arrived  | 503          ; 10.0.13.31           ; 200 OK
            ALB | HOST_RULE           | 404     | none | healthy                                     | answered answered | arrived  | awselb/2.0   ; 200 OK               ; 200 OK
            ALB | KEEP_ALIVE          | 502     | most | healthy                                     | arrived arrived   | arrived  | 200 OK       ; timeout=5            ; 200 OK
            ALB | SLOW_ANSWER         | 504 60  | none | healthy                                     | answered answered | arrived  | late[60]     ; late[75]             ; late[75]
            ALB | NETWORK_ACL         | 504 10  | none | unhealthy Target.Timeout                    | answered answered | silent   | late[10]     ; timed out            ; 200 OK
            NLB | CLIENT_IP_PRESERVED | silence | none | healthy                                     | silent silent     | arrived  | 203.0.113.10 ; 200 OK               ; 000 200 200
            NLB | HAIRPIN             | 200     | all  | healthy                                     | arrived arrived   | arrived  | 200 OK       ; 200 OK               ; 000 200 200
            NLB | TARGET_SG           | silence | none | unhealthy Target.FailedHealthChecks         | silent silent     | silent   | timed out    ; timed out            ; 0.0.0.0:8080
            NLB | LOCALHOST           | refused | none | unhealthy Target.FailedHealthChecks         | refused refused   | refused  | refused      ; refused              ; 127.0.0.1:8080
            NLB | NONE_REGISTERED     | refused | none |                                             | refused refused   | answered | refused      ; diagnosis.no-target  ; 200 OK
            """)
    void eachFaultHasItsRow(
            Kind kind,
            Fault fault,
            String browser,
            String answered,
            String health,
            String client,
            String subnet,
            String printed) {
        DiagnosisSummary ill = diagnose(patient(kind, List.of(fault)), ALL_PROBES);

        assertThat(ill.solved()).isFalse();
        assertThat(browser(ill)).isEqualTo(browser);
        assertThat(answered(ill.symptom())).isEqualTo(answered);
        assertThat(health(ill)).isEqualTo(health == null ? "" : health);
        assertThat(ends(ill, 0)).isEqualTo(client);
        assertThat(ends(ill, 1)).isEqualTo(subnet);
        assertThat(ends(ill, 2))
                .as("nothing stands between an instance and itself")
                .isEqualTo("arrived");
        String[] special = printed.replace("(after 10 s)", "late[10]").split(";");
        for (Act.Probe probe : Act.Probe.values()) {
            assertThat(Doctor.printed(ill, probe)).contains(special[probe.ordinal()].strip());
        }
    }

    /** Symptom, reason and what three probes print; 1 and 16 are told apart only by whoever opens the gate. */
    @Test
    void noTwoFaultsLookAlikeButTheTwoGates() {
        for (Kind kind : Kind.values()) {
            Map<View, List<Fault>> alike = new LinkedHashMap<>();
            for (Fault fault : Fault.of(kind)) {
                View view = View.of(patient(kind, List.of(fault)).setUp());
                alike.computeIfAbsent(view, first -> new ArrayList<>()).add(fault);
            }
            assertThat(alike.values())
                    .filteredOn(faults -> faults.size() > 1)
                    .containsExactly(List.of(Fault.TARGET_SG, Fault.NETWORK_ACL));
        }
    }

    /** A place without a fault would be a door painted on a wall; one without three values no choice. */
    @Test
    void everyPlaceCanBeToBlameAndOffersAChoice() {
        assertThat(Arrays.stream(Fault.values()).map(fault -> fault.place)).contains(Place.values());
        for (Kind kind : Kind.values()) {
            for (Place place : Place.of(kind)) {
                assertThat(place.values(kind)).hasSize(3).doesNotHaveDuplicates();
            }
        }
    }

    private static String browser(DiagnosisSummary ill) {
        DiagnosisSummary.Worst worst = ill.symptom().worst();
        if (worst == null) {
            return "200";
        }
        DiagnosisSummary.Asked failed = ill.requests().stream()
                .filter(each -> !each.outcome().equals("ok"))
                .findFirst()
                .orElseThrow();
        long waited = Math.round(failed.until() - failed.at());
        return worst.status() == 0
                ? failed.outcome().replace("silent", "silence")
                : worst.status() + (waited == 0 ? "" : " " + waited);
    }

    private static String answered(DiagnosisSummary.Symptom symptom) {
        double share = (double) symptom.answered() / symptom.of();
        return share == 0
                ? "none"
                : share == 1 ? "all" : share > 0.4 && share < 0.6 ? "half" : share > 0.8 ? "most" : "" + share;
    }

    /** What is believed in the end of all targets alike. */
    private static String health(DiagnosisSummary ill) {
        return ill.health().stream()
                .map(target -> target.changes().get(target.changes().size() - 1))
                .map(last -> last.state()
                        + (last.reason() == null ? "" : " " + last.reason())
                        + (String.valueOf(last.description()).contains("[404]") ? " [404]" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String ends(DiagnosisSummary ill, int probe) {
        return ill.probes().get(probe).ends().stream()
                .map(DiagnosisSummary.End::how)
                .collect(Collectors.joining(" "));
    }
}
