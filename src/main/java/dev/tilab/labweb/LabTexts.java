package dev.tilab.labweb;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Still;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What labs are called and what is wrong with a query, in the reader's language. */
@Component
final class LabTexts {

    private static final int LONGEST_ECHO = 80;

    private final MessageSource messages;
    private final Map<Reader, String> forBrowser = new ConcurrentHashMap<>();

    LabTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The texts of one language. */
    Still.Words in(Locale locale) {
        return (key, arguments) -> text(key, locale, arguments);
    }

    /** A text of this lab: {@code of(lab, "parameter.rate.hint", locale)}. */
    String of(Lab<?> lab, String key, Locale locale) {
        return text("lab." + lab.id() + "." + key, locale);
    }

    /** The text, or null where there need not be one. */
    @Nullable
    String orNull(Lab<?> lab, String key, Locale locale) {
        return messages.getMessage("lab." + lab.id() + "." + key, null, null, locale);
    }

    /** A unit as it stands behind a number; units without a text are international. */
    String unit(String unit, Locale locale) {
        String text = messages.getMessage("lab.unit." + unit, null, null, locale);
        return text == null ? unit : text;
    }

    /**
     * Everything that the browser's part of a lab says, as the elements of the page's template, in English where the language
     * lacks one. Placeholders stay as they are ({@code {0}}), doubled apostrophes are single. Hundreds of texts that never change
     * are written once and not for every page: they took most of its time.
     */
    String forBrowser(Lab<?> lab, Locale locale) {
        return forBrowser.computeIfAbsent(new Reader(lab.id(), locale), reader -> written(lab, locale));
    }

    /** The same of a stage that is no lab's own page, by the name of its files. */
    String forBrowser(String stage, Locale locale) {
        return forBrowser.computeIfAbsent(
                new Reader(stage, locale), reader -> elements(LabBundles.keysOfStage(stage).stream(), locale));
    }

    private record Reader(String lab, Locale locale) {}

    private String written(Lab<?> lab, Locale locale) {
        return elements(Stream.concat(LabBundles.keysOfStage(lab.id()).stream(), keysOfRuns(lab, locale)), locale);
    }

    private String elements(Stream<String> keys, Locale locale) {
        StringBuilder html = new StringBuilder();
        keys.forEach(key -> {
            html.append("<i data-key=\"").append(HtmlUtils.htmlEscape(key)).append("\">");
            html.append(HtmlUtils.htmlEscape(text(key, locale))).append("</i>");
        });
        return html.toString();
    }

    /** What lanes and situations are called, which pages say as well. */
    private Stream<String> keysOfRuns(Lab<?> lab, Locale locale) {
        Stream<String> lanes = lab.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.CHOICES)
                .flatMap(parameter -> parameter.options().stream())
                .flatMap(option -> Stream.of("option." + option, "option." + option + ".how"))
                .filter(key -> orNull(lab, key, locale) != null);
        Stream<String> situations = lab.presets().stream().map(preset -> "preset." + preset.id() + ".text");
        return Stream.concat(lanes, situations).map(key -> "lab." + lab.id() + "." + key);
    }

    /** A problem as the API and the pages say it. */
    ProblemRow problem(Lab<?> lab, Problem problem, Locale locale) {
        Optional<Parameter> parameter = lab.parameters().stream()
                .filter(known -> known.id().equals(problem.parameter()))
                .findFirst();
        String label = parameter
                .map(known -> of(lab, "parameter." + known.id(), locale) + " (" + known.id() + ")")
                .orElse(shortened(problem.parameter()));
        Map<String, String> allowed = problem.allowed();
        String message = text(
                "lab.problem." + problem.code(),
                locale,
                label,
                shortened(problem.value()),
                range(parameter, allowed, locale),
                allowed.getOrDefault("options", "").replace(",", ", "),
                allowed.getOrDefault("syntax", ""),
                grouped(allowed.getOrDefault("max", ""), locale),
                grouped(allowed.getOrDefault("requests", ""), locale),
                allowed.getOrDefault("min", ""),
                grouped(allowed.getOrDefault("seconds", ""), locale),
                allowed.getOrDefault("line", ""));
        return new ProblemRow(problem.parameter(), problem.value(), problem.code(), allowed, message);
    }

    List<ProblemRow> problems(BadQueryException bad, Locale locale) {
        return bad.problems().stream()
                .map(problem -> problem(bad.lab(), problem, locale))
                .toList();
    }

    /** The range that is allowed, in words; numbers stay as one types them. */
    private String range(Optional<Parameter> parameter, Map<String, String> allowed, Locale locale) {
        if (!allowed.containsKey("min") || !allowed.containsKey("max")) {
            return text("labs.allowed.any", locale);
        }
        String kind = switch (parameter.map(Parameter::type).orElse(Parameter.Type.INTERVENTIONS)) {
            case INTEGER -> "whole";
            case DECIMAL, DECIMALS -> "number";
            case DURATION -> "time";
            default -> "range";
        };
        String unit = allowed.containsKey("unit") ? " " + unit(allowed.get("unit"), locale) : "";
        return text("labs.allowed." + kind, locale, allowed.get("min"), allowed.get("max"), unit);
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_ECHO
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }

    private static String grouped(String number, Locale locale) {
        return number.matches("[0-9]{1,18}")
                ? NumberFormat.getIntegerInstance(locale).format(Long.parseLong(number))
                : number;
    }

    /**
     * One thing that is wrong with one parameter.
     *
     * @param parameter id of the parameter, or the unknown name
     * @param value what was given, whole
     * @param allowed what would be right, as data
     * @param message what is wrong and what would be right, in words
     */
    record ProblemRow(String parameter, String value, String code, Map<String, String> allowed, String message) {

        /** The same by the name that the whole API uses. */
        @JsonProperty
        String field() {
            return parameter;
        }
    }
}
