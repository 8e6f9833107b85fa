package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks through a document for what its writer may want to know. */
final class Notices {

    static List<Notice> of(Reading reading) {
        Outline outline = reading.outline;
        Lines lines = outline.lines;
        List<Notice> notices = new ArrayList<>(outline.notices);
        int dateLine = outline.date == null ? -1 : outline.date.line();
        if (dateLine >= 0 && outline.date.span() == null) {
            notices.add(notice(Notice.DATE_INCOMPLETE, lines, dateLine));
        }
        int unclosed = outline.blocks.unclosed();
        if (unclosed >= 0) {
            notices.add(notice(Notice.UNCLOSED_FENCE, lines, unclosed));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (outline.blocks.fenced(i) || i == dateLine) {
                continue;
            }
            Folded line = lines.folded(i);
            if (isPlaceholder(line)) {
                notices.add(notice(Notice.PLACEHOLDER, lines, i));
            }
            int words = Heading.almost(line);
            if (words > 0
                    && !outline.names
                            .roles(Label.of(line, words, line.length()))
                            .isEmpty()) {
                notices.add(notice(Notice.HEADING_NEEDS_SPACE, lines, i));
            }
            if (line.contains("](attachment:")) {
                notices.add(notice(Notice.NOTION_ATTACHMENT, lines, i));
            }
        }
        notices.sort(Comparator.comparingInt(Notice::line));
        return List.copyOf(notices);
    }

    private static boolean isPlaceholder(Folded line) {
        if (line.isBlank() || line.length() > 160) {
            return false;
        }
        if (Placeholders.is(line)) {
            return true;
        }
        int colon = line.indexOf(':', 0);
        return colon > 0 && colon < 40 && Placeholders.is(Folded.of(line.text(colon + 1, line.length())));
    }

    private static Notice notice(String code, Lines lines, int line) {
        return new Notice(code, line + 1, lines.content(line).strip());
    }

    private Notices() {}
}
