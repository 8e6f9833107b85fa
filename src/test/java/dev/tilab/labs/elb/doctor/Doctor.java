package dev.tilab.labs.elb.doctor;

import dev.tilab.simulation.lab.Still;
import java.util.List;
import java.util.stream.Collectors;

/** Patients as tests need them. */
final class Doctor {

    /** The key and what is put into it: what is said follows from them in any language. */
    static final Still.Words KEYS = (key, arguments) -> key + List.of(arguments);

    static final String ALL_PROBES = "probe:client@14,probe:subnet@18,probe:host@22";

    private static final long NUMBER = 99;

    private Doctor() {}

    static Patient patient(Kind kind, List<Fault> faults) {
        return new Patient(NUMBER, kind, faults);
    }

    static DiagnosisSummary diagnose(Patient patient, String acts) {
        return new DiagnosisWriter(patient, scenario(patient, acts), KEYS).write();
    }

    /** By a patient of the same kind, whatever its number draws: only the kind decides what acts there are. */
    static DoctorScenario scenario(Patient patient, String acts) {
        long alike = 1;
        while (Patient.of(alike).kind() != patient.kind()) {
            alike++;
        }
        return new DoctorScenario(
                patient.number(), ActReader.read(Long.toString(alike), acts).acts());
    }

    /** What was printed by a probe, good and bad lines with their mark. */
    static String printed(DiagnosisSummary diagnosis, Act.Probe probe) {
        return diagnosis.probes().stream()
                .filter(each -> each.id().equals(probe.id()))
                .flatMap(each -> each.lines().stream())
                .map(line -> line.mark() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }
}
