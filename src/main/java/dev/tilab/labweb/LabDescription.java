package dev.tilab.labweb;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lab as the API describes it: everything that is needed to write a correct query, with its texts. {@code story} is where its
 * guided tour begins; left out where it has none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LabDescription(
        String id,
        int version,
        String name,
        String summary,
        String leavesOut,
        String page,
        @Nullable String story,
        String run,
        String timeline,
        List<ParameterRow> parameters,
        List<ActionRow> actions,
        List<PresetRow> presets) {

    /** All that its situations ask: {@code failover/one-zone}. */
    public List<String> questions() {
        return presets.stream().flatMap(preset -> preset.questions().stream()).toList();
    }

    /** Values are spelt as a query spells them; what does not apply is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParameterRow(
            String id,
            String type,
            String label,
            String hint,
            @JsonProperty("default") String defaultValue,
            @Nullable Range range,
            @Nullable String unit,
            @Nullable Items items,
            @Nullable List<OptionRow> options,
            @Nullable String source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Range(@Nullable String min, @Nullable String max) {}

    record Items(int min, int max) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionRow(
            String value,
            String label,
            @Nullable String how,
            @Nullable String text) {}

    /** {@code syntax} is how the intervention is written in an address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActionRow(
            String id,
            String label,
            String subject,
            String syntax,
            @Nullable ValueRange value) {}

    record ValueRange(
            double min, double max, @JsonProperty("default") double defaultValue) {}

    /**
     * {@code question} is what its page asks before it shows the answer; left out where it asks nothing. {@code questions} are the
     * names by which a browser remembers what was guessed.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresetRow(
            String id,
            String name,
            String text,
            @Nullable String question,
            @JsonIgnore List<String> questions,
            Map<String, String> values,
            String page,
            String run,
            String timeline) {}

    static LabDescription of(Lab<?> lab, LabTexts texts, Locale locale) {
        return new LabDescription(
                lab.id(),
                lab.version(),
                texts.of(lab, "name", locale),
                texts.of(lab, "summary", locale),
                texts.of(lab, "leaves-out", locale),
                LabAddress.page(lab, ""),
                lab.story().isEmpty() ? null : LabAddress.story(lab, 1),
                LabAddress.run(lab, ""),
                LabAddress.timeline(lab, ""),
                lab.parameters().stream()
                        .map(parameter -> row(lab, parameter, texts, locale))
                        .toList(),
                lab.actions().stream()
                        .map(action -> row(lab, action, texts, locale))
                        .toList(),
                lab.presets().stream()
                        .map(preset -> row(lab, preset, texts, locale))
                        .toList());
    }

    private static ParameterRow row(Lab<?> lab, Parameter parameter, LabTexts texts, Locale locale) {
        return new ParameterRow(
                parameter.id(),
                parameter.type().name().toLowerCase(Locale.ROOT),
                texts.of(lab, "parameter." + parameter.id(), locale),
                texts.of(lab, "parameter." + parameter.id() + ".hint", locale),
                parameter.defaultValue(),
                parameter.min() == null && parameter.max() == null ? null : new Range(parameter.min(), parameter.max()),
                parameter.unit(),
                parameter.maxItems() == 1 ? null : new Items(parameter.minItems(), parameter.maxItems()),
                parameter.options().isEmpty()
                        ? null
                        : parameter.options().stream()
                                .map(value -> new OptionRow(
                                        value,
                                        texts.of(lab, "option." + value, locale),
                                        texts.orNull(lab, "option." + value + ".how", locale),
                                        texts.orNull(lab, "option." + value + ".text", locale)))
                                .toList(),
                parameter.source());
    }

    private static ActionRow row(Lab<?> lab, Action action, LabTexts texts, Locale locale) {
        String subject = action.subjects().isEmpty() ? action.subject() + "-<n>" : String.join("|", action.subjects());
        return new ActionRow(
                action.id(),
                texts.of(lab, "action." + action.id(), locale),
                action.subject(),
                "<time>:" + action.id() + ":" + subject + (action.hasValue() ? ":<value>" : ""),
                action.hasValue() ? new ValueRange(action.min(), action.max(), action.defaultValue()) : null);
    }

    private static <S extends Scenario> PresetRow row(Lab<S> lab, Preset preset, LabTexts texts, Locale locale) {
        S scenario = lab.scenario(preset.values());
        String query = LabQuery.write(scenario.values());
        return new PresetRow(
                preset.id(),
                texts.of(lab, "preset." + preset.id(), locale),
                texts.of(lab, "preset." + preset.id() + ".text", locale),
                lab.claims().stream()
                        .filter(claim -> claim.preset().equals(preset.id()))
                        .map(claim -> texts.of(lab, "claim." + claim.id() + ".guess", locale))
                        .findFirst()
                        .orElse(null),
                lab.claims().stream()
                        .filter(claim -> claim.preset().equals(preset.id()))
                        .map(claim -> lab.id() + "/" + claim.id())
                        .toList(),
                scenario.values(),
                LabAddress.page(lab, query),
                LabAddress.run(lab, query),
                LabAddress.timeline(lab, query));
    }
}
