package dev.tilab.journal.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One value out of several places (a section that stands twice, two keys for one field): their values in order with a
 * separator between them.
 */
record Joined(List<Place> places, String separator) {

    static final String LINES = "\n";
    static final String PARAGRAPHS = "\n\n";

    String value() {
        return places.stream()
                .map(Place::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(separator));
    }

    boolean exists() {
        return !places.isEmpty();
    }

    /** Where one line of the value stands; of values that are joined by {@link #LINES}. */
    Row at(int valueLine) {
        int line = valueLine;
        for (Place place : places) {
            int lines = place.isEmpty() ? 0 : place.value().split("\n", -1).length;
            if (line < lines) {
                return place.at(line);
            }
            line -= lines;
        }
        throw new IndexOutOfBoundsException(valueLine);
    }

    int lastLine() {
        return places.get(places.size() - 1).lastLine();
    }

    /** Changes the value: places whose text is still there at the beginning or the end are left alone. */
    void write(String next, Draft draft, boolean safe) {
        if (next.equals(value())) {
            return;
        }
        List<Place> filled = places.stream().filter(place -> !place.isEmpty()).toList();
        if (filled.isEmpty()) {
            put(places.get(0), next, draft, safe);
            return;
        }
        int first = 0;
        int from = 0;
        while (!safe
                && first + 1 < filled.size()
                && next.startsWith(filled.get(first).value() + separator, from)) {
            from += filled.get(first++).value().length() + separator.length();
        }
        int last = filled.size() - 1;
        int to = next.length();
        while (!safe
                && last > first
                && endsWith(next, from, to, separator + filled.get(last).value())) {
            to -= filled.get(last--).value().length() + separator.length();
        }
        put(filled.get(first), next.substring(from, to), draft, safe);
        for (Place other : filled.subList(first + 1, last + 1)) {
            other.write("", draft);
        }
    }

    private static boolean endsWith(String text, int from, int to, String end) {
        return to - end.length() >= from && text.startsWith(end, to - end.length());
    }

    private static void put(Place place, String value, Draft draft, boolean safe) {
        if (safe) {
            place.rewrite(value, draft);
        } else {
            place.write(value, draft);
        }
    }
}
