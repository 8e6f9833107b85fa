package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the text that fits no field. */
final class Extras {

    static List<Section> of(Reading reading) {
        List<Section> sections = new ArrayList<>();
        Lines lines = reading.outline.lines;
        Map<Integer, List<String>> leftOver = leftOver(reading);
        for (Outline.Part part : reading.outline.parts) {
            if (!part.headed()) {
                continue;
            }
            String body;
            if (part.role() == null) {
                int first = part.heading() + 1;
                body = Place.body(lines, null, first, part.end(), Place.Anchor.below(part.heading())).value();
            } else {
                body = Tidy.text(String.join("\n", leftOver.getOrDefault(part.heading(), List.of())));
            }
            if (part.role() == null || !body.isEmpty()) {
                sections.add(new Section(title(lines, part), body, part.first() + 1));
            }
        }
        return List.copyOf(sections);
    }

    /** The lines of known sections that no field shows, by the line of their section's heading. */
    private static Map<Integer, List<String>> leftOver(Reading reading) {
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
