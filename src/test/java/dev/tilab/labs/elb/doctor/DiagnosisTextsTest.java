package dev.tilab.labs.elb.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Still;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
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
            StringBuilder openAll = new StringBuilder(Doctor.ALL_PROBES);
            Place.of(kind)
                    .forEach(place -> openAll.append(",open:")
                            .append(place.id())
                            .append("@30,repair:")
                            .append(place.id())
                            .append(":")
                            .append(place.values(kind).get(2))
                            .append("@35,open:")
                            .append(place.id())
                            .append("@37,repair:")
                            .append(place.id())
                            .append(":")
                            .append(
                                    place == Place.ZONES
                                            ? "a-b-c"
                                            : place.values(kind).get(0))
                            .append("@40"));
            for (Fault fault : Fault.of(kind)) {
                Patient patient = Doctor.patient(kind, List.of(fault));
                DiagnosisSummary diagnosis =
                        new DiagnosisWriter(patient, Doctor.scenario(patient, openAll.toString()), words).write();
                assertThat(diagnosis.told()).as("%s", patient).hasSize(1);
            }
        }
        Set<String> there = new TreeSet<>(bundle.keySet());
        there.removeIf(key -> key.startsWith("diagnosis.problem.") || key.startsWith("diagnosis.bad-query."));
        assertThat(said).isEqualTo(there);
    }
}
