package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/** Writes the scrum block: values at their keys, and keys that are missing in the style of those that are there. */
final class ScrumWriter {
    private final Draft draft;
    private final Reading reading;
    private final boolean safe;

    ScrumWriter(Draft draft, Reading reading, boolean safe) {
        this.draft = draft;
        this.reading = reading;
        this.safe = safe;
    }

    /** Writes what differs; returns the lines of a section that the document lacks, or none. */
    List<String> write(DayFields.Scrum scrum) {
        List<String> homeless = new ArrayList<>();
        for (ScrumKey key : ScrumKey.values()) {
            String value = scrum.text(key.field());
            Joined place = reading.scrum.get(key);
            if (place.exists() && place.value().isEmpty() && Tasks.isLoneItem(value)) {
                place.places().get(0).writeBelow(value, draft);
            } else if (place.exists()) {
                place.write(value, draft, safe);
            } else if (!value.isEmpty() && reading.scrums.isEmpty()) {
                homeless.addAll(lines(defaultStyle(), key, value));
            } else if (!value.isEmpty()) {
                insert(key, value);
            }
        }
        return homeless;
    }

    private void insert(ScrumKey key, String value) {
        ScrumReader section = reading.scrums.get(0);
        int after = section.heading();
        for (ScrumKey other : ScrumKey.values()) {
            Joined place = reading.scrum.get(other);
            if (place.exists() && other.ordinal() < key.ordinal()) {
                after = Math.max(after, place.lastLine());
            }
        }
        if (after == section.heading() && section.firstKeyLine() > after) {
            after = section.firstKeyLine() - 1;
        }
        List<String> lines = new ArrayList<>(lines(style(section), key, value));
        int next = after + 1;
        if (after == section.heading()
                && next < draft.lines().size()
                && draft.lines().folded(next).heading() != null) {
            lines.add("");
        }
        draft.insertAfter(after, lines);
    }

    private List<String> lines(Style style, ScrumKey key, String value) {
        String[] words = value.split("\n", -1);
        boolean below = words.length > 1 && Bullet.of(Folded.of(words[0])) != null || Tasks.isLoneItem(value);
        String label = style.before() + key.name(reading.korean) + style.middle();
        String indent = style.indent().isEmpty() ? "  " : style.indent();
        List<String> lines = new ArrayList<>();
        lines.add(below ? label.stripTrailing() : label + words[0]);
        for (int i = below ? 0 : 1; i < words.length; i++) {
            lines.add(words[i].isEmpty() ? "" : indent + words[i]);
        }
        return lines;
    }

    private Style defaultStyle() {
        return new Style("- ", reading.korean ? " : " : ": ", "", false, false);
    }

    /** The style of the keys that are there: their bullet, bold type and colon. */
    private Style style(ScrumReader section) {
        int line = section.firstKeyLine();
        if (line < 0) {
            return defaultStyle();
        }
        Folded folded = draft.lines().folded(line);
        Bullet bullet = Bullet.of(folded);
        int words = bullet == null ? folded.skipSpaces(0) : bullet.end();
        String before = draft.lines().content(line).substring(0, folded.originalStart(words));
        if (folded.heading() != null) {
            return defaultStyle();
        }
        boolean bold = folded.startsWith("**", words);
        String colon = section.spacedColon() ? " : " : ": ";
        return new Style(bold ? before + "**" : before, bold ? "**" + colon : colon, "", false, false);
    }
}
