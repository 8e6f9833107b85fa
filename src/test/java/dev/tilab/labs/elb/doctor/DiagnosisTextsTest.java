package dev.tilab.labs.elb.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Still;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a diagnosis says has its words, and every word there is can be said. */
class DiagnosisTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everythingIsSaidAndNothingElseIsThere(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("messages/diagnosis", "en".equals(language) ? Locale.ROOT : Locale.KOREAN);
        Set<String> said = new TreeSet<>();
        Still.Words words = (key, arguments) -> {
            said.add(key);
            String text = new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
            assertThat(text).as(key).isNotBlank().doesNotContain("{", "}", "null", "|");
            return text;
        };
        for (Kind kind : Kind.values()) {
            String openAll = Place.of(kind).stream()
                    .map(place -> ",open:" + place.id() + "@30")
                    .collect(Collectors.joining());
            for (Fault fault : Fault.of(kind)) {
                Patient patient = Doctor.patient(kind, List.of(fault));
                String repair = ",repair:" + fault.place.id() + ":" + fault.cure(kind) + "@40";
                String acts = Doctor.ALL_PROBES + (fault == Fault.NONE_REGISTERED ? openAll : "") + repair;
                DiagnosisSummary diagnosis =
                        new DiagnosisWriter(patient, Doctor.scenario(patient, acts), words).write();
                assertThat(diagnosis.told()).as("%s", patient).hasSize(1);
            }
        }
        Set<String> there = new TreeSet<>(bundle.keySet());
        there.removeIf(key -> key.startsWith("diagnosis.problem.") || key.startsWith("diagnosis.bad-query."));
        assertThat(said).isEqualTo(there);
    }
}
