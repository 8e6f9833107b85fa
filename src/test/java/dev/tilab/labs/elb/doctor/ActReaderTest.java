package dev.tilab.labs.elb.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address is typed, shortened and passed on by people: what is wrong in it is named, what is right is spelled in one way. */
class ActReaderTest {

    @Test
    void actsAreDoneInTheOrderOfTheirInstants() {
        DoctorScenario read =
                DoctorLab.read("7", " open:bind@20.50 , probe:host@9,repair:bind:any@26.0".replace("20.50", "20.5"));

        assertThat(read.text()).isEqualTo("probe:host@9,open:bind@20.5,repair:bind:any@26");
        assertThat(DoctorLab.read("7", read.text())).isEqualTo(read);
        assertThat(read.nextTenths()).isEqualTo(340);
        assertThat(DoctorLab.read("7", "").nextTenths()).isEqualTo(140);
        assertThat(DoctorLab.read("7", "open:bind@119").nextTenths()).isEqualTo(1_199);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | '' | patient | patient | 1 9007199254740991",
                "9007199254740992 | '' | patient | patient | 1 9007199254740991",
                "seven | '' | patient | patient | 1 9007199254740991",
                "9999999999999999999999 | '' | patient | patient | 1 9007199254740991",
                "21 | look:bind@3 | acts | act | probe:<probe>@<seconds>, open:<place>@<seconds>, repair:<place>:<value>@<seconds>",
                "21 | open:bind | acts | act | probe:<probe>@<seconds>, open:<place>@<seconds>, repair:<place>:<value>@<seconds>",
                "21 | repair:bind@3 | acts | act | probe:<probe>@<seconds>, open:<place>@<seconds>, repair:<place>:<value>@<seconds>",
                "21 | open:bind@120 | acts | act-time | 0 119.9",
                "21 | open:bind@-1 | acts | act-time | 0 119.9",
                "21 | open:bind@3.55 | acts | act-time | 0 119.9",
                "21 | probe:nowhere@3 | acts | act-probe | client,subnet,host",
                "21 | repair:bind:nowhere@3 | acts | act-value | any,ipv6-localhost,localhost",
            })
    void whatIsWrongIsNamedWithWhatWouldBeRight(
            String patient, String acts, String field, String code, String allowed) {
        assertThatThrownBy(() -> DoctorLab.read(patient, acts))
                .isInstanceOfSatisfying(InvalidScenarioException.class, bad -> {
                    Problem problem = bad.problems().get(0);
                    assertThat(bad.problems()).hasSize(1);
                    assertThat(problem.parameter()).isEqualTo(field);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.value()).isEqualTo(field.equals("acts") ? acts : patient);
                    assertThat(String.join(" ", problem.allowed().values())).isEqualTo(allowed);
                });
    }

    /** A place that this kind does not have is no place; neither is any other word, and too many acts are read by nobody. */
    @Test
    void placesAreThoseOfTheKind() {
        long nlb = 1;
        while (Patient.of(nlb).kind() != Kind.NLB) {
            nlb++;
        }
        String patient = Long.toString(nlb);
        assertThat(DoctorLab.places(nlb)).contains("preserve-client-ip").doesNotContain("rules");
        assertThatThrownBy(() -> DoctorLab.read(patient, "open:rules@3,open:cellar@4"))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Problem::code)
                                .containsExactly("act-place", "act-place"));
        assertThatThrownBy(() -> DoctorLab.read(patient, "open:bind@3,".repeat(60) + "open:bind@3"))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Problem::code)
                                .containsExactly("acts"));
    }
}
