package dev.tilab.labs.elb.doctor;

import static dev.tilab.labs.elb.doctor.Doctor.diagnose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is told what nobody found out: neither by a field nor by the length of a list or the order of a choice. */
class SecrecyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "probe:host@14",
                Doctor.ALL_PROBES,
                "probe:subnet@14,open:network-acl@18,open:bind@20",
                "open:health-check@14,repair:scheme:internet-facing@30,probe:client@40",
                "repair:health-check:health@30,repair:bind:localhost@50"
            })
    void whatWasNotToldApartIsAnsweredAlike(String acts) {
        for (Kind kind : Kind.values()) {
            Map<List<Object>, Patient> known = new LinkedHashMap<>();
            Map<List<Object>, DiagnosisSummary> answered = new LinkedHashMap<>();
            int alike = 0;
            for (List<Fault> faults : Best.sets(kind)) {
                Patient patient = Doctor.patient(kind, faults);
                List<Object> knowing = known(patient, acts);
                DiagnosisSummary diagnosis = diagnose(patient, acts);
                Patient other = known.putIfAbsent(knowing, patient);
                if (other != null) {
                    alike++;
                    assertThat(diagnosis)
                            .as("%s and %s after %s", patient, other, acts)
                            .isEqualTo(answered.get(knowing));
                } else {
                    answered.put(knowing, diagnosis);
                }
            }
            assertThat(alike)
                    .as("patients whom these acts do not tell from others")
                    .isGreaterThan(10);
        }
    }

    /** What whoever did this can know: what is seen for nothing, what was printed, what stands at the opened places. */
    private static List<Object> known(Patient patient, String acts) {
        List<Object> known = new ArrayList<>();
        SetUp setUp = patient.setUp();
        known.add(View.of(setUp).free());
        for (String text : acts.isEmpty() ? new String[0] : acts.split(",")) {
            String[] act = text.split("[:@]");
            if (act[0].equals("probe")) {
                int probe = Act.Probe.valueOf(act[1].toUpperCase(Locale.ROOT)).ordinal();
                known.add(View.of(setUp).probes().get(probe));
            } else {
                Place place = Place.valueOf(act[1].replace('-', '_').toUpperCase(Locale.ROOT));
                known.add(new Contents(new Evaluation(setUp), Doctor.KEYS).lines(place));
                if (act[0].equals("repair")) {
                    setUp = setUp.with(place, act[2]);
                    known.add(View.of(setUp).free());
                }
            }
        }
        return known;
    }

    @Test
    void aChoiceStandsInAnOrderThatTheFaultDoesNotDecide() {
        for (Place place : Place.of(Kind.ALB)) {
            String good = place.values(Kind.ALB).get(0);
            long first = LongStream.rangeClosed(1, 60)
                    .filter(number -> new Patient(number, Kind.ALB, List.of())
                            .values(place)
                            .get(0)
                            .equals(good))
                    .count();
            assertThat(first)
                    .as("of 60 patients the value that works stands first, %s", place)
                    .isBetween(8L, 34L);
        }
    }

    /** Until it is solved a line ends where whoever asked lost sight of it; afterwards where it really ended. */
    @Test
    void theTrueEndIsShownOnlyOnceItIsSolved() {
        Patient patient = Doctor.patient(Kind.ALB, List.of(Fault.TARGET_SG));

        assertThat(diagnose(patient, "probe:client@14").requests())
                .extracting(DiagnosisSummary.Asked::seen)
                .containsOnly("group-port");
        assertThat(diagnose(patient, "").doors())
                .extracting(DiagnosisSummary.Door::address)
                .containsOnlyNulls();
        assertThat(diagnose(patient, "").requests())
                .extracting(DiagnosisSummary.Asked::door)
                .containsOnlyNulls();
        assertThat(diagnose(patient, "repair:target-sg:balancer@60").requests())
                .extracting(DiagnosisSummary.Asked::seen)
                .containsOnly("target-sg", "target");
    }
}
