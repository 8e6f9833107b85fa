package dev.tilab.journal.markdown;

import java.util.ArrayList;
import java.util.List;

/** Attributes as the sanitizer hands them over: names and values in turn. */
record Attributes(List<String> pairs) {

    String get(String name) {
        int i = index(name);
        return i < 0 ? "" : pairs.get(i + 1);
    }

    List<String> with(String name, String value) {
        List<String> changed = without(name);
        changed.add(name);
        changed.add(value);
        return changed;
    }

    List<String> without(String name) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (!pairs.get(i).equals(name)) {
                changed.addAll(pairs.subList(i, i + 2));
            }
        }
        return changed;
    }

    private int index(String name) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (pairs.get(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
