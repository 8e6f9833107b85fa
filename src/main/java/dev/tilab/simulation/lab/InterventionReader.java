package dev.tilab.simulation.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads one intervention; says what is wrong with it by the codes that {@link Problem} names. */
final class InterventionReader {

    private static final String SYNTAX = "<time>:<action>:<subject>[:<value>]";

    /** More names than these are said by their first and last one. */
    private static final int LISTED = 100;

    private final List<Action> actions;
    private final ToIntFunction<String> subjects;
    private final long endMicros;

    /**
     * @param subjects how many of the numbered things of a kind there are that actions act on; asked only for kinds that occur
     * @param endMicros the latest instant allowed
     */
    InterventionReader(List<Action> actions, ToIntFunction<String> subjects, long endMicros) {
        this.actions = actions;
        this.subjects = subjects;
        this.endMicros = endMicros;
    }

    /**
     * @param problems takes the code and what would be right
     * @return the intervention; empty if it was given to {@code problems}
     */
    Optional<Intervention> read(String text, BiConsumer<String, Map<String, String>> problems) {
        String[] parts = text.split(":", -1);
        OptionalLong at = parts.length >= 3 ? Durations.micros(parts[0]) : OptionalLong.empty();
        if (at.isEmpty() || parts.length > 4) {
            problems.accept("not-an-intervention", Values.of("syntax", SYNTAX));
            return Optional.empty();
        }
        Optional<Action> known =
                actions.stream().filter(each -> each.id().equals(parts[1])).findFirst();
        if (known.isEmpty()) {
            String options = actions.stream().map(Action::id).collect(Collectors.joining(","));
            problems.accept("unknown-action", Values.of("options", options));
            return Optional.empty();
        }
        Action action = known.get();
        if (action.hasValue() != (parts.length == 4)) {
            problems.accept("not-an-intervention", Values.of("syntax", syntax(action)));
            return Optional.empty();
        }
        int index = index(action, parts[2]);
        if (index < 0) {
            problems.accept("unknown-subject", Values.of("options", names(action)));
            return Optional.empty();
        }
        if (at.getAsLong() < 0 || at.getAsLong() > endMicros) {
            problems.accept("out-of-range", Values.of("min", Durations.text(0), "max", Durations.text(endMicros)));
            return Optional.empty();
        }
        if (!action.hasValue()) {
            return Optional.of(new Intervention(at.getAsLong(), action.id(), parts[2], index, 0));
        }
        return value(action, parts[3], problems)
                .map(value -> new Intervention(at.getAsLong(), action.id(), parts[2], index, value));
    }

    /** The number of what has this name, from zero; −1 if nothing has. */
    private int index(Action action, String name) {
        if (!action.subjects().isEmpty()) {
            return action.subjects().indexOf(name);
        }
        String before = action.subject() + "-";
        if (!name.startsWith(before) || !name.substring(before.length()).matches("[1-9][0-9]{0,8}")) {
            return -1;
        }
        int number = Integer.parseInt(name.substring(before.length()));
        return number <= subjects.applyAsInt(action.subject()) ? number - 1 : -1;
    }

    /** The names that would be right; of very many the first and the last. */
    private String names(Action action) {
        if (!action.subjects().isEmpty()) {
            return String.join(",", action.subjects());
        }
        int count = subjects.applyAsInt(action.subject());
        String before = action.subject() + "-";
        return count > LISTED
                ? before + "1…" + before + count
                : IntStream.rangeClosed(1, count)
                        .mapToObj(number -> before + number)
                        .collect(Collectors.joining(","));
    }

    private static Optional<Double> value(
            Action action, String text, BiConsumer<String, Map<String, String>> problems) {
        Optional<BigDecimal> number = Decimals.parse(text);
        if (number.isEmpty()) {
            problems.accept("not-a-number", Values.of());
            return Optional.empty();
        }
        double value = number.get().setScale(3, RoundingMode.HALF_EVEN).doubleValue();
        if (value < action.min() || value > action.max()) {
            String min = Decimals.text(BigDecimal.valueOf(action.min()));
            problems.accept(
                    "out-of-range", Values.of("min", min, "max", Decimals.text(BigDecimal.valueOf(action.max()))));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static String syntax(Action action) {
        String subject =
                action.subjects().isEmpty() ? action.subject() + "-<number>" : String.join("|", action.subjects());
        String form = "<time>:" + action.id() + ":" + subject;
        return action.hasValue() ? form + ":<value>" : form;
    }
}
