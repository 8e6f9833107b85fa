package dev.tilab.labs.elb.doctor;

import dev.tilab.simulation.lab.Still;
import java.util.List;
import java.util.stream.LongStream;

/** The doctor's room: who is ill, what was done, and what is known by it. */
public final class DoctorLab {

    private DoctorLab() {}

    /** Numbers of the patients that are shown as a list; any other number is a patient, too. */
    public static List<Long> patients() {
        return LongStream.rangeClosed(1, Patient.shown()).boxed().toList();
    }

    /**
     * Reads a patient's number and what was done.
     *
     * @throws dev.tilab.simulation.lab.InvalidScenarioException with everything that is wrong
     */
    public static DoctorScenario read(String patient, String acts) {
        return ActReader.read(patient, acts);
    }

    /** Ids of the places that this patient has, in the order of a request's way. */
    public static List<String> places(long patient) {
        return Place.of(Patient.of(patient).kind()).stream().map(Place::id).toList();
    }

    /** What is known of the patient by what was done. */
    public static DiagnosisSummary diagnose(DoctorScenario scenario, Still.Words words) {
        return new DiagnosisWriter(Patient.of(scenario.patient()), scenario, words).write();
    }
}
