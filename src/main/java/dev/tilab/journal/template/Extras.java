package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/** Collects the text that fits no field. */
final class Extras {

    static List<Section> of(Reading reading) {
        List<Section> sections = new ArrayList<>();
        Lines lines = reading.outline.lines;
        for (Outline.Part part : reading.outline.parts) {
            String body;
            if (part.role() == null) {
                int first = part.heading() + 1;
                body = Place.body(lines, null, first, part.end(), Place.Anchor.below(part.heading())).value();
            } else {
                body = Tidy.text(String.join("\n", leftOver(reading, part)));
            }
            if (part.role() == null || !body.isEmpty()) {
                sections.add(new Section(title(lines, part), body, part.heading() + 1));
            }
        }
        return List.copyOf(sections);
    }

    private static List<String> leftOver(Reading reading, Outline.Part part) {
        Lines lines = reading.outline.lines;
        List<String> found = new ArrayList<>();
        for (ScrumReader scrum : reading.scrums) {
            if (scrum.heading() == part.heading()) {
                scrum.free().forEach(line -> found.add(lines.content(line)));
            }
        }
        for (Container<Item.Reference> container : reading.references) {
            if (container.anchor() != part.heading()) {
                continue;
            }
            for (Item.Reference item : container.items()) {
                if (item.isFixed() && !Bullet.isRule(lines.folded(item.from))) {
                    boolean heading = item.from == part.heading();
                    found.add(heading ? lines.content(item.from).substring(part.inline().from()) : lines.content(item.from));
                }
            }
        }
        return found;
    }

    private static String title(Lines lines, Outline.Part part) {
        Folded folded = lines.folded(part.heading());
        Heading heading = Heading.of(folded);
        if (heading == null) {
            return Folded.trimmed(lines.content(part.heading()));
        }
        return lines.content(part.heading())
                .substring(folded.originalStart(heading.start()), folded.originalEnd(heading.end() - 1));
    }

    private Extras() {}
}
