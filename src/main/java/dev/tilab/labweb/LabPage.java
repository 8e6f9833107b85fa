package dev.tilab.labweb;

import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a lab's page gets; each component is a model attribute of the same name, {@link Figures} is two.
 *
 * @param lab id of the lab
 * @param parameters the fields of the form in the order of the lab's parameters, with what stands in them
 * @param groups the same as the form groups them
 * @param values parameter → value: in canonical spelling, or as typed where the query describes no run
 * @param query the address of this run: canonical, or as typed
 * @param presets situations to go to
 * @param actions what can be done to the running system
 * @param interventions what was done to it in this run, each with the way to take it back; none where the query is no run
 * @param claims statements with their guesses, and what this run shows where it is a claim's situation
 * @param problems what is wrong with the query; empty when it describes a run
 * @param figures the figures of the run
 * @param runHref the figures as JSON
 * @param timelineHref the columns for the player
 */
record LabPage(
        String lab,
        List<Field> parameters,
        List<Group> groups,
        Map<String, String> values,
        String query,
        List<PresetLink> presets,
        List<Action> actions,
        List<InterventionRow> interventions,
        List<ClaimRow> claims,
        List<LabTexts.ProblemRow> problems,
        Figures figures,
        String runHref,
        String timelineHref) {

    /** Fields that stand together. One that something is wrong in is open. */
    record Group(String id, boolean open, List<Field> fields) {}

    /** One field of the form. {@code type} is the name of a {@link Parameter.Type}; the default is spelled to be read. */
    record Field(
            String id,
            String type,
            String value,
            String defaultValue,
            @Nullable String min,
            @Nullable String max,
            @Nullable String unit,
            List<Option> options,
            int minItems,
            int maxItems,
            @Nullable String source) {}

    record Option(String value, boolean selected) {}

    record PresetLink(String id, String href, boolean current, Opening opening) {}

    /**
     * A statement to guess about before its run.
     *
     * @param href the run that shows whether it holds
     * @param options ids of the guesses
     * @param holds the guess that the statement stands for
     * @param answer the guess that the figures of this page show; null where this page is another situation or has no figures
     */
    record ClaimRow(
            String id,
            String preset,
            String href,
            List<String> options,
            String holds,
            @Nullable String answer) {}

    /**
     * @param summary the figures, or null where the query describes no run, the run is long, or the machine is busy
     * @param notice why there are none, in the reader's language; null where there are some and where problems say it
     */
    record Figures(@Nullable Record summary, @Nullable String notice) {

        static Figures missing(@Nullable String notice) {
            return new Figures(null, notice);
        }
    }

    /** The page of a run. */
    static LabPage of(LabRun<?> run, Figures figures) {
        return of(run.lab(), run.scenario().values(), run.query(), List.of(), figures);
    }

    /** The page of a query that describes no run, with everything that was typed still there. */
    static LabPage of(BadQueryException bad, LabQuery query, List<LabTexts.ProblemRow> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : bad.lab().parameters()) {
            values.put(parameter.id(), query.values().getOrDefault(parameter.id(), parameter.defaultValue()));
        }
        return of(bad.lab(), values, LabQuery.write(query.values()), problems, Figures.missing(null));
    }

    private static LabPage of(
            Lab<?> lab, Map<String, String> values, String query, List<LabTexts.ProblemRow> problems, Figures figures) {
        List<Field> fields = lab.parameters().stream()
                .map(parameter -> field(parameter, values.getOrDefault(parameter.id(), "")))
                .toList();
        return new LabPage(
                lab.id(),
                fields,
                lab.groups().stream()
                        .map(group -> group(group, fields, problems))
                        .toList(),
                values,
                query,
                lab.presets().stream().map(preset -> link(lab, preset, query)).toList(),
                lab.actions(),
                problems.isEmpty() ? InterventionRow.of(lab, values) : List.of(),
                lab.claims().stream()
                        .map(claim -> row(lab, claim, values, figures))
                        .toList(),
                problems,
                figures,
                LabAddress.run(lab, query),
                LabAddress.timeline(lab, query));
    }

    private static Group group(ParameterGroup group, List<Field> fields, List<LabTexts.ProblemRow> problems) {
        return new Group(
                group.id(),
                group.isOpen()
                        || problems.stream().anyMatch(each -> group.parameters().contains(each.parameter())),
                fields.stream()
                        .filter(field -> group.parameters().contains(field.id))
                        .toList());
    }

    private static Field field(Parameter parameter, String value) {
        List<String> chosen = Arrays.stream(value.split(",")).map(String::strip).toList();
        return new Field(
                parameter.id(),
                parameter.type().name(),
                value,
                readable(parameter),
                parameter.min(),
                parameter.max(),
                parameter.unit(),
                parameter.options().stream()
                        .map(option -> new Option(option, chosen.contains(option)))
                        .toList(),
                parameter.minItems(),
                parameter.maxItems(),
                parameter.source());
    }

    private static String readable(Parameter parameter) {
        return parameter.type() == Parameter.Type.DURATION
                ? Durations.readable(Durations.micros(parameter.defaultValue()).orElseThrow())
                : parameter.defaultValue();
    }

    private static <S extends Scenario> ClaimRow row(
            Lab<S> lab, Claim claim, Map<String, String> values, Figures figures) {
        Preset preset = lab.presets().stream()
                .filter(each -> each.id().equals(claim.preset()))
                .findFirst()
                .orElseThrow();
        Map<String, String> situation = lab.scenario(preset.values()).values();
        boolean same = withoutSeed(situation).equals(withoutSeed(values));
        return new ClaimRow(
                claim.id(),
                claim.preset(),
                LabAddress.page(lab, LabQuery.write(situation)),
                claim.options(),
                claim.holds(),
                same && figures.summary() != null ? claim.answer().apply(figures.summary()) : null);
    }

    /** A claim is about a situation, whatever the seed. */
    private static Map<String, String> withoutSeed(Map<String, String> values) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove("seed");
        return rest;
    }

    private static <S extends Scenario> PresetLink link(Lab<S> lab, Preset preset, String query) {
        String own = LabQuery.write(lab.scenario(preset.values()).values());
        return new PresetLink(preset.id(), LabAddress.page(lab, own), own.equals(query), preset.opening());
    }
}
