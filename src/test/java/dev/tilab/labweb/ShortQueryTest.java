package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriComponentsBuilder;

/** An address that a person reads names what is special about a run, and still is that run. */
class ShortQueryTest {

    private static final int TRIED = 400;

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    /** Guards against an address that opens another run, because a default gave way to what is written in it. */
    @ParameterizedTest
    @MethodSource("labs")
    void itDescribesTheSameRun(Lab<?> lab) {
        Random random = new Random(3);
        int runs = 0;
        int shorter = 0;
        for (int i = 0; i < TRIED; i++) {
            Map<String, String> asked =
                    i < lab.presets().size() ? lab.presets().get(i).values() : someOf(lab, random);
            try {
                Map<String, String> values = lab.scenario(asked).values();
                String few = ShortQuery.of(lab, values);
                assertThat(lab.scenario(read(few)).values()).as(few).isEqualTo(values);
                assertThat(few).contains("seed=");
                runs++;
                shorter += few.length() < LabQuery.write(values).length() ? 1 : 0;
            } catch (InvalidScenarioException noRun) {
                // Values that do not go together are no run; enough of the others are tried.
            }
        }
        assertThat(runs).isGreaterThan(TRIED / 10);
        assertThat(shorter).isEqualTo(runs);
    }

    /** Guards against notes that are all called as their lab is. */
    @ParameterizedTest
    @MethodSource("labs")
    void noTitleIsTheLabsNameAlone(Lab<?> lab) {
        LabTexts texts = LabMvc.texts();
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            String name = texts.of(lab, "name", locale);
            Map<String, String> usual = lab.scenario(Map.of("seed", "77")).values();
            assertThat(NoteTitle.of(lab, usual, LabQuery.write(usual), texts, locale))
                    .startsWith(name + ": ")
                    .contains("77");
            Map<String, String> first =
                    lab.scenario(lab.presets().get(0).values()).values();
            assertThat(NoteTitle.of(lab, first, LabQuery.write(first), texts, locale))
                    .isEqualTo(texts.of(lab, "preset." + lab.presets().get(0).id(), locale));
        }
    }

    private static Map<String, String> someOf(Lab<?> lab, Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : lab.parameters()) {
            if (random.nextInt(6) == 0) {
                values.put(parameter.id(), some(parameter, random));
            }
        }
        return values;
    }

    private static String some(Parameter parameter, Random random) {
        return switch (parameter.type()) {
            case CHOICE, CHOICES ->
                parameter.options().get(random.nextInt(parameter.options().size()));
            case INTEGER, DECIMAL -> random.nextBoolean() ? parameter.max() : String.valueOf(1 + random.nextInt(12));
            case DURATION -> (1 + random.nextInt(90)) + "s";
            default -> parameter.defaultValue();
        };
    }

    private static Map<String, String> read(String query) {
        return UriComponentsBuilder.fromUriString("/?" + query)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> URLDecoder.decode(value.getValue(), StandardCharsets.UTF_8)));
    }
}
