package dev.tilab.journal.web;

import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names as they were typed, one a line; empty lines and a name that stands there twice count for nothing.
 *
 * @param problems the first thing that is wrong with each field, in the order of the form
 */
record NamesTyped(Map<DaySection, List<String>> names, Map<DaySection, Wrong> problems) {

    /**
     * @param code end of the message key
     * @param other the section whose name it is already, or null
     */
    record Wrong(String code, String name, DaySection other) {}

    static NamesTyped of(Map<DaySection, String> typed) {
        Map<DaySection, List<String>> names = new EnumMap<>(DaySection.class);
        Map<DaySection, Wrong> problems = new EnumMap<>(DaySection.class);
        Map<String, DaySection> taken = new HashMap<>();
        typed.forEach((section, text) -> {
            List<String> own = new ArrayList<>();
            for (String line : Texts.lines(text)) {
                String name = line.strip();
                if (name.isEmpty()) {
                    continue;
                }
                Wrong wrong = wrong(section, name, taken.get(OwnNames.reduced(name)));
                if (wrong != null) {
                    problems.putIfAbsent(section, wrong);
                } else if (taken.put(OwnNames.reduced(name), section) == null) {
                    own.add(name);
                }
            }
            if (own.size() > OwnNames.MOST) {
                problems.putIfAbsent(section, new Wrong("too-many", String.valueOf(own.size()), null));
            }
            names.put(section, own);
        });
        return new NamesTyped(names, problems);
    }

    private static Wrong wrong(DaySection section, String name, DaySection takenBy) {
        Optional<OwnNames.Problem> problem = OwnNames.problem(section, name);
        if (problem.isPresent()) {
            String code = problem.get().reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Wrong(code, name, problem.get().section());
        }
        return takenBy == null || takenBy == section ? null : new Wrong("twice", name, takenBy);
    }
}
