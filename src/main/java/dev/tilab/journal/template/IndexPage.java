package dev.tilab.journal.template;

/** Recognises pages such as a README that list days with links to them. */
final class IndexPage {
    private static final int FEWEST_LINKS = 5;

    static boolean is(Outline outline) {
        if (outline.parts.stream().anyMatch(part -> part.role() != null)) {
            return false;
        }
        int rows = 0;
        int links = 0;
        for (int i = 0; i < outline.lines.size(); i++) {
            Folded line = outline.lines.folded(i);
            if (!outline.blocks.open(i) || line.isBlank() || line.heading() != null || Bullet.isRule(line)) {
                continue;
            }
            rows++;
            links += line.contains("](") && DateSpan.in(line) != null ? 1 : 0;
        }
        return links >= FEWEST_LINKS && links * 2 >= rows;
    }

    private IndexPage() {}
}
