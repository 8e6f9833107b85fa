package dev.tilab.labs.elb.doctor;

import static dev.tilab.labs.elb.doctor.Doctor.diagnose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever is ill can be healed by thinking: a patient that only luck heals would teach to guess. */
class PatientsTest {

    private static final double INTERVAL_SECONDS = 5;

    @Test
    void theListHasEveryFaultAndSomeTwice() {
        List<Patient> shown =
                IntStream.rangeClosed(1, Patient.shown()).mapToObj(Patient::of).toList();
        Set<Fault> alone = EnumSet.noneOf(Fault.class);
        shown.stream().filter(each -> each.faults().size() == 1).forEach(each -> alone.addAll(each.faults()));

        assertThat(shown).hasSize(20).doesNotHaveDuplicates();
        assertThat(alone).containsExactlyInAnyOrder(Fault.values());
        assertThat(shown).filteredOn(each -> each.faults().size() == 2).hasSizeBetween(2, 3);
        assertThat(shown.stream().map(each -> each.faults().get(0)).toList())
                .as("the number says nothing: neither the table's order nor its reverse")
                .isNotEqualTo(shown.stream()
                        .map(each -> each.faults().get(0))
                        .sorted()
                        .toList());
    }

    /** Addresses are passed on, and the lab's story speaks of the first one's 504: another shuffling would make them of others. */
    @Test
    void whoHasANumberKeepsIt() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(Patient::of).map(Patient::faults))
                .containsExactly(
                        List.of(Fault.TARGET_SG),
                        List.of(Fault.NO_LISTENER),
                        List.of(Fault.SUBNET_ROUTE),
                        List.of(Fault.LOCALHOST));
        assertThat(Patient.of(4_711).faults()).as("drawn").containsExactly(Fault.GROUP_PORT, Fault.KEEP_ALIVE);
        assertThat(Patient.of(Patient.MOST).faults()).isNotEmpty();
    }

    @Test
    void everyPairThatGoesTogetherIsHealedByThreeProbesAndARepairAFault() {
        for (Kind kind : Kind.values()) {
            for (List<Fault> faults : Best.sets(kind)) {
                assertIsHealed(Doctor.patient(kind, faults));
            }
        }
    }

    @Test
    void whoeverIsDrawnIsHealedByThreeProbesAndARepairAFault() {
        List<Patient> drawn =
                LongStream.rangeClosed(21, 200).mapToObj(Patient::of).toList();

        assertThat(drawn)
                .extracting(each -> each.faults().size())
                .contains(1, 2)
                .doesNotContain(0, 3);
        assertThat(drawn).extracting(Patient::kind).contains(Kind.values());
        Set<List<Fault>> sets = new HashSet<>();
        drawn.forEach(each -> {
            sets.add(each.faults());
            assertThat(Best.sets(each.kind())).as("%s", each).contains(each.faults());
        });
        assertThat(sets).hasSizeGreaterThan(60);
    }

    /** A probe is worth an opening that may be in vain; where the symptom leaves one suspect nobody asks. */
    @Test
    void theFewestActsAreThoseOfWhoeverLeavesNothingToLuck() {
        assertThat(best(Fault.HOST_RULE)).isEqualTo(2);
        assertThat(best(Fault.SCHEME)).as("dig tells 10.x").isEqualTo(3);
        assertThat(best(Fault.LOCALHOST)).as("ss tells 127.0.0.1").isEqualTo(3);
        assertThat(best(Fault.TARGET_SG)).as("the first gate on the way").isEqualTo(2);
        assertThat(best(Fault.NETWORK_ACL))
                .as("behind a gate that looks the same")
                .isEqualTo(3);
        assertThat(best(Fault.TARGET_SG, Fault.HEALTH_PATH)).isEqualTo(4);
    }

    private static int best(Fault... faults) {
        return Best.of(Doctor.patient(Kind.ALB, List.of(faults))).acts();
    }

    private static void assertIsHealed(Patient patient) {
        Best.Plan plan = Best.of(patient);

        assertThat(plan.repairs()).as("%s", patient).hasSameSizeAs(patient.faults());
        assertThat(plan.probes()).as("%s", patient).hasSizeLessThanOrEqualTo(3);
        SetUp mended = patient.setUp();
        for (Place place : plan.repairs()) {
            mended = mended.with(place, cure(patient, place));
        }
        assertThat(new Evaluation(mended).isWell()).as("%s", patient).isTrue();
    }

    private static String cure(Patient patient, Place place) {
        return patient.faults().stream()
                .filter(fault -> fault.place == place)
                .findFirst()
                .orElseThrow()
                .cure(patient.kind());
    }

    /** A repair counts from its instant: late requests of before may still fail, none that is sent after it does. */
    @Test
    void fromTheLastRepairOnAllIsAnsweredAndTargetsComeBackAfterFiveChecks() {
        for (Kind kind : Kind.values()) {
            for (Fault fault : Fault.of(kind)) {
                Patient patient = Doctor.patient(kind, List.of(fault));
                DiagnosisSummary healed =
                        diagnose(patient, "repair:" + fault.place.id() + ":" + fault.cure(kind) + "@40");

                assertThat(healed.solved()).as("%s", patient).isTrue();
                assertThat(healed.solvedAt()).isEqualTo(40);
                assertThat(healed.requests())
                        .filteredOn(each -> each.at() >= 40)
                        .extracting(DiagnosisSummary.Asked::outcome)
                        .containsOnly("ok");
                assertThat(healed.inside())
                        .filteredOn(each -> each.at() >= 40)
                        .extracting(DiagnosisSummary.Asked::outcome)
                        .allMatch("ok"::equals);
                assertThat(healed.health()).hasSize(3).allSatisfy(target -> {
                    DiagnosisSummary.Change last =
                            target.changes().get(target.changes().size() - 1);
                    assertThat(last.state()).isEqualTo("healthy");
                    assertThat(last.at()).isLessThan(40 + 5 * INTERVAL_SECONDS + 1);
                });
                assertThat(healed.told())
                        .singleElement()
                        .satisfies(told -> assertThat(told.fault()).isEqualTo(fault.id()));
                assertThat(healed.effort().best()).isGreaterThanOrEqualTo(2);
            }
        }
    }

    /** Back to healthy takes the documented five in a row, a target that is new only one. */
    @Test
    void healthComesBackByFiveAndBeginsByOne() {
        Patient patient = Doctor.patient(Kind.ALB, List.of(Fault.HEALTH_PATH));
        DiagnosisSummary healed = diagnose(patient, "repair:health-check:health@40");
        List<DiagnosisSummary.Change> changes = healed.health().get(0).changes();
        List<Integer> streaks = changes.stream()
                .filter(change -> change.at() > 40 && change.state().equals("unhealthy"))
                .map(DiagnosisSummary.Change::streak)
                .toList();
        assertThat(streaks).containsExactly(1, 2, 3, 4);

        Patient empty = Doctor.patient(Kind.ALB, List.of(Fault.NONE_REGISTERED));
        List<DiagnosisSummary.Change> fresh =
                diagnose(empty, "repair:registered:web@40").health().get(0).changes();
        assertThat(fresh).extracting(DiagnosisSummary.Change::state).containsExactly("initial", "healthy");
        assertThat(fresh.get(0).at()).isEqualTo(40);
    }

    /** As long as one gate is shut nobody can know what is behind it: the reason changes with the repair. */
    @Test
    void aSecondFaultShowsOnceTheFirstIsMended() {
        Patient both = Doctor.patient(Kind.ALB, List.of(Fault.TARGET_SG, Fault.HEALTH_PATH));
        DiagnosisSummary half = diagnose(both, "repair:target-sg:balancer@30");

        assertThat(half.solved()).isFalse();
        assertThat(half.told()).isNull();
        List<String> reasons = new ArrayList<>();
        half.health().get(0).changes().forEach(change -> {
            if (change.state().equals("unhealthy") && !reasons.contains(change.reason())) {
                reasons.add(change.reason());
            }
        });
        assertThat(reasons).containsExactly("Target.Timeout", "Target.ResponseCodeMismatch");
        assertThat(diagnose(both, "repair:target-sg:balancer@30,repair:health-check:health@50")
                        .solved())
                .isTrue();
    }

    /** What works no better and no worse is said to be so; a wrong value is vain, harm is not. */
    @Test
    void aRepairThatChangesNothingIsVain() {
        Patient patient = Doctor.patient(Kind.ALB, List.of(Fault.SUBNET_ROUTE));
        DiagnosisSummary tried = diagnose(
                patient,
                "repair:target-sg:balancer@20,repair:subnet-route:nat@25,repair:target-sg:office@30,repair:target-sg:balancer@35,repair:subnet-route:igw@40");

        assertThat(tried.repairs())
                .extracting(DiagnosisSummary.Repaired::vain)
                .containsExactly(true, true, false, false, false);
        assertThat(tried.solvedAt()).isEqualTo(40);
        assertThat(tried.effort())
                .isEqualTo(new DiagnosisSummary.Effort(0, 2, 5, Best.of(patient).acts()));
        assertThat(diagnose(patient, "repair:subnet-route:igw@40,repair:bind:localhost@50")
                        .solved())
                .as("whoever breaks it again has not healed it")
                .isFalse();
    }
}
