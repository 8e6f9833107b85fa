package dev.tilab.journal.template;

/** Which language a document's headings are in, so that new ones are in the same. */
final class Languages {

    static boolean isKorean(Outline outline) {
        boolean known = false;
        for (Outline.Part part : outline.parts) {
            known |= part.role() != null;
            if (part.role() != null && hasHangul(outline.lines.folded(part.first()))) {
                return true;
            }
        }
        if (known) {
            return false;
        }
        boolean letters = false;
        for (int i = 0; i < outline.lines.size(); i++) {
            Folded line = outline.lines.folded(i);
            if (hasHangul(line)) {
                return true;
            }
            letters |= line.text().chars().anyMatch(c -> c >= 'a' && c <= 'z');
        }
        return !letters;
    }

    private static boolean hasHangul(Folded line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.at(i) >= 0xAC00 && line.at(i) <= 0xD7A3) {
                return true;
            }
        }
        return false;
    }

    private Languages() {}
}
