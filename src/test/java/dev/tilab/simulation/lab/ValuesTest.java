package dev.tilab.simulation.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    /** Guards against an answer whose fields stand in another order after every start. */
    @Test
    void whatIsWrittenInAnOrderIsReadInIt() {
        Map<String, String> allowed = Values.of("min", "1", "max", "9", "unit", "s", "options", "", "a", "b");

        assertThat(allowed.keySet()).containsExactly("min", "max", "unit", "options", "a");
        assertThat(new Problem("rate", "?", "out-of-range", allowed).allowed().keySet())
                .containsExactlyElementsOf(allowed.keySet());
        assertThat(new Preset("quiet", allowed, Opening.of("0s", "1s", 1))
                        .values()
                        .keySet())
                .containsExactlyElementsOf(allowed.keySet());
    }

    @Test
    void aNameWithoutAValueOrWithTwoIsAMistakeInTheProgram() {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.of("min", "1", "max"));
        assertThatIllegalArgumentException().isThrownBy(() -> Values.of("min", "1", "min", "2"));
    }

    @Test
    void whoHasAProblemInHandCannotChangeIt() {
        Map<String, String> allowed = new LinkedHashMap<>(Values.of("min", "1"));
        Problem problem = new Problem("rate", "?", "out-of-range", allowed);
        allowed.put("min", "2");

        assertThat(problem.allowed())
                .containsExactlyEntriesOf(Values.of("min", "1"))
                .isUnmodifiable();
    }
}
