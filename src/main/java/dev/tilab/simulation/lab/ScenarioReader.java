package dev.tilab.simulation.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns parameter values as a person writes them into typed ones. A lab asks for each of its parameters by id; what is wrong
 * is gathered, and the default stands in so that reading goes on. {@link #finish} then reports everything at once, or gives
 * the values in their canonical spelling. A value is out of range, not a number and so on by its {@link Parameter} alone.
 */
public final class ScenarioReader {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> given;
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param parameters the lab's parameters, in their order
     * @param given parameter id → value; blank means not given
     */
    public ScenarioReader(List<Parameter> parameters, Map<String, String> given) {
        parameters.forEach(parameter -> this.parameters.put(parameter.id(), parameter));
        this.given = given;
    }

    /** A whole number. */
    public long integer(String id) {
        return number(id).longValueExact();
    }

    /** A lab that asks for a parameter which it does not have is a mistake in the program. */
    private Parameter parameter(String id) {
        return Objects.requireNonNull(parameters.get(id), id);
    }

    /** Numbers, times and texts have limits; others are not asked for theirs. */
    private static String limit(@Nullable String limit) {
        return Objects.requireNonNull(limit);
    }

    /** A decimal number. */
    public double decimal(String id) {
        return number(id).doubleValue();
    }

    private BigDecimal number(String id) {
        Parameter parameter = parameter(id);
        String text = text(id);
        Optional<BigDecimal> number = number(parameter, text);
        canonical.put(id, number.map(Decimals::text).orElse(text));
        return number.orElseGet(() -> new BigDecimal(parameter.defaultValue()));
    }

    /** A time in microseconds. */
    public long durationMicros(String id) {
        Parameter parameter = parameter(id);
        String text = text(id);
        OptionalLong micros = Durations.micros(text);
        if (micros.isEmpty()) {
            reject(id, text, "not-a-duration", limits(parameter));
        } else if (micros.getAsLong() < Durations.micros(limit(parameter.min())).orElseThrow()
                || micros.getAsLong() > Durations.micros(limit(parameter.max())).orElseThrow()) {
            reject(id, text, "out-of-range", limits(parameter));
        } else {
            canonical.put(id, Durations.text(micros.getAsLong()));
            return micros.getAsLong();
        }
        return Durations.micros(parameter.defaultValue()).orElseThrow();
    }

    /**
     * One line of text, without spaces around it and with single spaces inside; the lab {@linkplain #reject rejects} what it
     * cannot read.
     */
    public String plain(String id) {
        String text = text(id).replaceAll("\\s+", " ").strip();
        String longest = limit(parameter(id).max());
        if (text.length() > Integer.parseInt(longest)) {
            reject(id, text, "too-long", Values.of("max", longest));
        }
        canonical.put(id, text);
        return isRight(id) ? text : parameter(id).defaultValue();
    }

    /** One of the options. */
    public String choice(String id) {
        Parameter parameter = parameter(id);
        String text = text(id);
        if (!isOption(parameter, text)) {
            return parameter.defaultValue();
        }
        canonical.put(id, text);
        return text;
    }

    /** Several of the options, in the order given. */
    public List<String> choices(String id) {
        Parameter parameter = parameter(id);
        List<String> right = new ArrayList<>();
        for (String item : items(parameter)) {
            if (right.contains(item)) {
                reject(id, item, "duplicate", Values.of());
            } else if (isOption(parameter, item)) {
                right.add(item);
            }
        }
        canonical.put(id, String.join(",", right));
        return isRight(id) ? right : split(parameter.defaultValue());
    }

    /** Decimal numbers, in the order given. */
    public List<Double> decimals(String id) {
        Parameter parameter = parameter(id);
        List<BigDecimal> right = new ArrayList<>();
        items(parameter).forEach(item -> number(parameter, item).ifPresent(right::add));
        canonical.put(id, String.join(",", right.stream().map(Decimals::text).toList()));
        return isRight(id)
                ? right.stream().map(BigDecimal::doubleValue).toList()
                : split(parameter.defaultValue()).stream().map(Double::valueOf).toList();
    }

    /**
     * Interventions by time; those of one instant and one subject in the order given.
     *
     * @param subjects how many of the numbered things there are that actions act on
     * @param endMicros the latest instant allowed
     */
    public List<Intervention> interventions(String id, List<Action> actions, int subjects, long endMicros) {
        return interventions(id, actions, kind -> subjects, endMicros);
    }

    /**
     * The same where things of several kinds are numbered, each kind for itself.
     *
     * @param subjects how many there are of a {@linkplain Action#subject kind}; asked only for kinds that interventions name
     */
    public List<Intervention> interventions(
            String id, List<Action> actions, ToIntFunction<String> subjects, long endMicros) {
        List<Intervention> right = new ArrayList<>();
        InterventionReader reader = new InterventionReader(actions, subjects, endMicros);
        for (String item : items(parameter(id))) {
            reader.read(item, (code, allowed) -> reject(id, item, code, allowed))
                    .ifPresent(right::add);
        }
        right.sort(Comparator.comparingLong(Intervention::atMicros).thenComparingInt(Intervention::index));
        canonical.put(
                id, String.join(",", right.stream().map(Intervention::text).toList()));
        return List.copyOf(right);
    }

    /**
     * Whether nothing has been found wrong with the parameter so far, so that a rule about several of them can be
     * checked.
     */
    public boolean isRight(String id) {
        return problems.stream().noneMatch(problem -> problem.parameter().equals(id));
    }

    /** Reports a problem that the parameter's own limits do not show. */
    public void reject(String id, String value, String code, Map<String, String> allowed) {
        problems.add(new Problem(id, value, code, allowed));
    }

    /** The value as it was given, or the default. */
    public String text(String id) {
        String text = given.get(id);
        return text == null || text.isBlank() ? parameter(id).defaultValue() : text.strip();
    }

    /**
     * Ends the reading.
     *
     * @return every parameter in the lab's order, in its canonical spelling
     * @throws InvalidScenarioException if anything was wrong: the problems in the order of the parameters, unknown
     *     names last
     */
    public Map<String, String> finish() {
        given.entrySet().stream()
                .filter(value -> !parameters.containsKey(value.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(value -> reject(
                        value.getKey(),
                        value.getValue(),
                        "unknown-parameter",
                        options(List.copyOf(parameters.keySet()))));
        if (!problems.isEmpty()) {
            List<String> order = List.copyOf(parameters.keySet());
            // An unknown name has index −1, which this makes the last.
            problems.sort(Comparator.comparingInt(
                    problem -> Math.floorMod(order.indexOf(problem.parameter()), order.size() + 1)));
            throw new InvalidScenarioException(problems);
        }
        Map<String, String> values = new LinkedHashMap<>();
        parameters.keySet().forEach(id -> values.put(id, canonical.get(id)));
        return Collections.unmodifiableMap(values);
    }

    private Optional<BigDecimal> number(Parameter parameter, String text) {
        boolean whole = parameter.type() == Parameter.Type.INTEGER;
        Optional<BigDecimal> number = Decimals.parse(text).filter(any -> !whole || text.matches("[+-]?\\d+"));
        if (number.isEmpty()) {
            reject(parameter.id(), text, "not-a-number", limits(parameter));
        } else if (number.get().compareTo(new BigDecimal(limit(parameter.min()))) < 0
                || number.get().compareTo(new BigDecimal(limit(parameter.max()))) > 0) {
            reject(parameter.id(), text, "out-of-range", limits(parameter));
            return Optional.empty();
        }
        return number;
    }

    private boolean isOption(Parameter parameter, String text) {
        boolean known = parameter.options().contains(text);
        if (!known) {
            reject(parameter.id(), text, "not-a-choice", options(parameter.options()));
        }
        return known;
    }

    private List<String> items(Parameter parameter) {
        List<String> items = split(text(parameter.id()));
        if (items.size() < parameter.minItems()) {
            reject(parameter.id(), text(parameter.id()), "too-few-items", Values.of("min", "" + parameter.minItems()));
        }
        if (items.size() > parameter.maxItems()) {
            reject(parameter.id(), text(parameter.id()), "too-many-items", Values.of("max", "" + parameter.maxItems()));
            return items.subList(0, parameter.maxItems());
        }
        return items;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Map<String, String> options(List<String> options) {
        return Values.of("options", String.join(",", options));
    }

    private static Map<String, String> limits(Parameter parameter) {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("min", limit(parameter.min()));
        limits.put("max", limit(parameter.max()));
        if (parameter.unit() != null) {
            limits.put("unit", parameter.unit());
        }
        return Collections.unmodifiableMap(limits);
    }
}
