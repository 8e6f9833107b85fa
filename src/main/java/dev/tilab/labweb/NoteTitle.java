package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run is called in a note: its situation, or what sets it apart; a lab's name alone would call all its runs the same. */
final class NoteTitle {

    /** More would be no title. */
    private static final int MOST = 3;

    /** Lanes are the rows of the note's table, and what was done to a run is in its figures. */
    private static final Set<Parameter.Type> ELSEWHERE =
            EnumSet.of(Parameter.Type.CHOICES, Parameter.Type.INTERVENTIONS);

    private NoteTitle() {}

    static String of(Lab<?> lab, Map<String, String> values, String query, LabTexts texts, Locale locale) {
        return lab.presets().stream()
                .filter(preset ->
                        LabQuery.write(lab.scenario(preset.values()).values()).equals(query))
                .map(preset -> texts.of(lab, "preset." + preset.id(), locale))
                .findFirst()
                .orElseGet(() -> apart(lab, values, texts, locale));
    }

    private static String apart(Lab<?> lab, Map<String, String> values, LabTexts texts, Locale locale) {
        Set<String> differing = ShortQuery.differing(lab, values);
        List<String> said = lab.parameters().stream()
                .filter(parameter -> differing.contains(parameter.id()) && !ELSEWHERE.contains(parameter.type()))
                .filter(parameter -> !parameter.id().equals("seed"))
                .map(parameter -> texts.of(lab, "parameter." + parameter.id(), locale) + " "
                        + value(lab, parameter, values.get(parameter.id()), texts, locale))
                .limit(MOST)
                .toList();
        String apart = said.isEmpty()
                ? texts.text("stage.seed", locale, values.get("seed"))
                : said.stream().collect(Collectors.joining(", "));
        return texts.of(lab, "name", locale) + ": " + apart;
    }

    private static String value(Lab<?> lab, Parameter parameter, String value, LabTexts texts, Locale locale) {
        String option = parameter.type() == Parameter.Type.CHOICE ? texts.orNull(lab, "option." + value, locale) : null;
        return option == null ? value : option;
    }
}
