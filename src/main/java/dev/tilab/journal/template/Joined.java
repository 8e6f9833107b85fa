package dev.tilab.journal.template;

import java.util.ArrayList;
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
        return places.stream().map(Place::value).filter(value -> !value.isEmpty()).collect(Collectors.joining(separator));
    }

    boolean exists() {
        return !places.isEmpty();
    }

    int lastLine() {
        return places.get(places.size() - 1).lastLine();
    }

    /** Changes the value: places whose text is still there at the beginning or the end are left alone. */
    void write(String next, Draft draft, boolean safe) {
        if (next.equals(value())) {
            return;
        }
        List<Place> filled = new ArrayList<>(places.stream().filter(place -> !place.isEmpty()).toList());
        if (filled.isEmpty()) {
            put(places.get(0), next, draft, safe);
            return;
        }
        String rest = next;
        while (!safe && filled.size() > 1 && rest.startsWith(filled.get(0).value() + separator)) {
            rest = rest.substring(filled.remove(0).value().length() + separator.length());
        }
        while (!safe && filled.size() > 1 && rest.endsWith(separator + filled.get(filled.size() - 1).value())) {
            rest = rest.substring(0, rest.length() - filled.remove(filled.size() - 1).value().length() - separator.length());
        }
        put(filled.get(0), rest, draft, safe);
        for (Place other : filled.subList(1, filled.size())) {
            other.write("", draft);
        }
    }

    private static void put(Place place, String value, Draft draft, boolean safe) {
        if (safe) {
            place.rewrite(value, draft);
        } else {
            place.write(value, draft);
        }
    }
}
