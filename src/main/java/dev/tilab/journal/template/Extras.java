package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what stands in a day besides the template's fields. */
final class Extras {

    /** All of it, in the order of the lines. */
    static List<Section> of(Reading reading) {
        List<Section> sections = new ArrayList<>(leftOver(reading));
        reading.extras.forEach(extra -> sections.add(new Section(extra.title(), extra.body.value(), extra.from + 1)));
        sections.sort(Comparator.comparingInt(Section::line));
        return List.copyOf(sections);
    }

    /** The text of known sections that no field shows. */
    static List<Section> leftOver(Reading reading) {
        List<Section> sections = new ArrayList<>();
        Map<Integer, List<String>> lines = lines(reading);
        for (Outline.Part part : reading.outline.parts) {
            String body =
                    part.headed() ? Tidy.text(String.join("\n", lines.getOrDefault(part.heading(), List.of()))) : "";
            if (part.role() != null && !body.isEmpty()) {
                sections.add(new Section(title(reading.outline.lines, part), body, part.first() + 1));
            }
        }
        return List.copyOf(sections);
    }

    /** The lines of known sections that no field shows, by the line of their section's heading. */
    private static Map<Integer, List<String>> lines(Reading reading) {
        Lines lines = reading.outline.lines;
        Map<Integer, List<String>> found = new HashMap<>();
        for (ScrumReader scrum : reading.scrums) {
            for (int line : scrum.free()) {
                found.computeIfAbsent(scrum.heading(), key -> new ArrayList<>()).add(lines.content(line));
            }
        }
        for (Container<Item.Reference> container : reading.references) {
            for (Item.Reference item : container.items()) {
                if (item.isFixed() && !Bullet.isRule(lines.folded(item.from))) {
                    boolean heading = item.from == container.anchor();
                    String content = lines.content(item.from);
                    found.computeIfAbsent(container.anchor(), key -> new ArrayList<>())
                            .add(heading ? content.substring(Label.valueIn(content)) : content);
                }
            }
        }
        return found;
    }

    private static String title(Lines lines, Outline.Part part) {
        Folded folded = lines.folded(part.first());
        Heading heading = folded.heading();
        if (heading == null) {
            return Folded.trimmed(lines.content(part.first()));
        }
        return lines.content(part.first())
                .substring(folded.originalStart(heading.start()), folded.originalEnd(heading.end() - 1));
    }

    private Extras() {}
}
