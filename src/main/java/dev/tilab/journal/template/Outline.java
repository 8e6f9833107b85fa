package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sections of a text: which lines are title, date, properties, headings of sections, and what stands between them. */
final class Outline {

    /**
     * A section.
     *
     * @param role what it is for; null for an extra section
     * @param level hashes of its heading; 0 for a label without hashes
     * @param first where its heading begins: the line before {@code heading} where that underlines it, else that line
     * @param heading line of its heading
     * @param end line after its last one
     * @param inline what stands behind the colon of its heading, or null
     * @param headed whether it has a heading; without one it begins behind the line {@code heading}, where another section ended
     */
    record Part(Role role, int level, int first, int heading, int end, Row inline, boolean headed) {

        /** The last line that is not its own, -1 where there is none. */
        int before() {
            return headed ? first - 1 : heading;
        }
    }

    /** Plain labels count only when another is as near as this many lines. */
    private static final int NEAR = 20;

    private static final String FRONT_MATTER = "---";
    private static final int LONGEST_FRONT_MATTER = 60;

    private static final Set<String> PROPERTIES = Set.of(
            "생성일",
            "생성일시",
            "생성자",
            "최종편집일시",
            "최종편집자",
            "마지막수정",
            "수정일",
            "태그",
            "작성자",
            "작성일",
            "상태",
            "속성",
            "created",
            "createdtime",
            "createdby",
            "lastedited",
            "lasteditedtime",
            "lasteditedby",
            "tags",
            "author",
            "status");

    final Lines lines;
    final Blocks blocks;
    final OwnNames names;
    final List<Part> parts = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    /** Whether the sections are labels without hashes. */
    boolean plain;

    int title = -1;
    DateLine date;
    final boolean[] property;

    private Outline(Lines lines, Blocks blocks, OwnNames names) {
        this.lines = lines;
        this.blocks = blocks;
        this.names = names;
        this.property = new boolean[lines.size()];
    }

    static Outline of(Lines lines, OwnNames names) {
        Outline outline = new Outline(lines, Blocks.of(lines), names);
        int first = outline.firstVisible(outline.frontMatter());
        List<Part> starts = outline.headings(first);
        if (starts.stream().allMatch(part -> part.role == null)) {
            List<Part> labels = outline.plainLabels(lines.size());
            if (!labels.isEmpty()) {
                starts = labels;
                outline.plain = true;
            }
        } else {
            starts.addAll(0, outline.plainLabels(starts.get(0).first));
        }
        outline.close(starts);
        outline.head(first);
        return outline;
    }

    /** The line after the last one before the first section. */
    int headEnd() {
        return parts.isEmpty() ? lines.size() : parts.get(0).first;
    }

    /** The heading whose words stand in the line, with signs before or below them; null where none do. */
    Heading headingAt(int line) {
        Heading heading = lines.folded(line).heading();
        return heading == null && line + 1 < lines.size() && !property[line]
                ? Underline.heading(lines, blocks, line)
                : heading;
    }

    /** The same without words above a row of hyphens: those may be a paragraph above a rule. */
    Heading sureHeadingAt(int line) {
        Heading heading = headingAt(line);
        return heading != null && heading.level() > 1 && headingEnd(line) > line ? null : heading;
    }

    /** What may open an item of the section without a word for it: words above a row of hyphens only where its own heading is such. */
    Heading opener(Part part, int line) {
        return part.first < part.heading ? headingAt(line) : sureHeadingAt(line);
    }

    /** The last line of the heading whose words stand in the line. */
    int headingEnd(int line) {
        return lines.folded(line).heading() == null && headingAt(line) != null ? line + 1 : line;
    }

    /** Whether a line of the head is none of the day's text: its title, its date, what underlines them, or a property. */
    boolean ofHead(int line) {
        boolean named = line == title || date != null && line == date.line() || property[line];
        return named
                || line > 0
                        && (line - 1 == title || date != null && line - 1 == date.line())
                        && headingEnd(line - 1) == line;
    }

    /** Marks the properties between two rules at the very beginning, as blogs have them; returns the line after them, or 0. */
    private int frontMatter() {
        if (lines.size() == 0 || !lines.content(0).stripTrailing().equals(FRONT_MATTER)) {
            return 0;
        }
        for (int i = 1; i < lines.size() && i <= LONGEST_FRONT_MATTER; i++) {
            if (lines.content(i).stripTrailing().equals(FRONT_MATTER)) {
                java.util.Arrays.fill(property, 0, i + 1, true);
                return i + 1;
            }
        }
        return 0;
    }

    private int firstVisible(int from) {
        int i = from;
        while (i < lines.size() && lines.isBlank(i)) {
            i++;
        }
        return i;
    }

    private List<Part> headings(int first) {
        List<Part> starts = new ArrayList<>();
        int level = 0;
        for (int i = 0; i < lines.size(); i++) {
            Folded line = lines.folded(i);
            Heading heading = headingAt(i);
            if (heading == null) {
                continue;
            }
            Label label = Label.of(line, heading.start(), heading.end());
            if (i == first && Role.isTitle(label)) {
                continue;
            }
            if (headingEnd(i) > i && label.colon() && label.valueStart() < heading.end()) {
                continue; // a line of its own kind above a rule: what stands behind the colon would be part of the
                // heading
            }
            boolean asHigh = level == 0 || heading.level() <= level;
            List<Role> roles = names.roles(label);
            if (roles.isEmpty() && asHigh && blocks.open(i) && !isKeyOfScrum(starts, label)) {
                roles = names.commonly(label);
            }
            if (!roles.isEmpty() && blocks.fenced(i)) {
                notices.add(new Notice(
                        Notice.SECTION_IN_FENCE, i + 1, lines.content(i).strip()));
            }
            if (!blocks.readable(i)) {
                continue;
            }
            if (!roles.isEmpty()) {
                level = heading.level();
                starts.add(part(roles.get(0), level, i, label, heading.end()));
                if (roles.size() > 1) {
                    notices.add(
                            new Notice(Notice.TWO_ROLES, i + 1, lines.content(i).strip()));
                }
            } else if (blocks.open(i)
                    && names.isExtra(label, level > 0)
                    && asHigh
                    && !isKeyOfScrum(starts, label)
                    && !DateLine.isLabelled(line)) {
                starts.add(part(null, heading.level(), i, label, heading.end()));
            }
        }
        return starts;
    }

    /** {@code ### 오늘 할 일} below {@code ### 스크럼} is a line of the scrum, anywhere else a section. */
    private static boolean isKeyOfScrum(List<Part> starts, Label label) {
        return !starts.isEmpty()
                && starts.get(starts.size() - 1).role == Role.SCRUM
                && (ScrumKey.of(label) != null || ScrumKey.isGoal(label));
    }

    private Part part(Role role, int level, int line, Label label, int end) {
        Folded folded = lines.folded(line);
        int start = label.valueStart();
        Row inline = !label.colon() || start >= end || role == null
                ? null
                : new Row(line, folded.originalStart(start), folded.originalEnd(end - 1));
        return new Part(role, level, line, headingEnd(line), -1, inline, true);
    }

    /**
     * Labels without hashes, each a whole line; only where two stand near each other, or one near the first heading of a section,
     * are they taken for sections.
     *
     * @param end the line of that heading; the number of lines without one
     */
    private List<Part> plainLabels(int end) {
        List<Part> found = new ArrayList<>();
        int last = -NEAR - 1;
        boolean near = false;
        for (int i = 0; i < end; i++) {
            Folded line = lines.folded(i);
            if (!blocks.readable(i)
                    || line.isBlank()
                    || line.heading() != null
                    || Bullet.of(line) != null
                    || line.skipSpaces(0) > 0
                    || Heading.almost(line) > 0) {
                continue;
            }
            Label label = Label.of(line, 0, line.length());
            boolean whole = label.valueStart() >= line.length() && line.indexOf('(', 0) < 0;
            List<Role> roles = whole ? names.roles(label) : List.of();
            boolean landmark = !roles.isEmpty() || DateLine.isLabelled(line) || (whole && Role.isTitle(label));
            if (landmark) {
                near |= i - last <= NEAR;
                last = i;
            }
            if (!roles.isEmpty() && !Role.isTitle(label)) {
                found.add(new Part(roles.get(0), 0, i, i, -1, null, true));
            }
        }
        near |= end < lines.size() && end - last <= NEAR;
        return near ? found : List.of();
    }

    private void close(List<Part> starts) {
        for (int i = 0; i < starts.size(); i++) {
            Part part = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).first : lines.size();
            int own = ownEnd(part, end);
            parts.add(new Part(part.role, part.level, part.first, part.heading, own, part.inline, true));
            if (own < end) {
                parts.add(new Part(Role.LEARNED, part.level, own - 1, own - 1, end, null, false));
            }
        }
    }

    /**
     * Where a scrum or an extra section ends although no section begins: at a topic, or at a heading as high as its own. What was
     * learned stands there, under a heading that only its writer knows.
     */
    private int ownEnd(Part part, int end) {
        if (part.role != null && part.role != Role.SCRUM) {
            return end;
        }
        for (int i = part.heading + 1; i < end; i++) {
            Folded line = lines.folded(i);
            Heading heading = headingAt(i);
            if (heading == null || !blocks.open(i)) {
                continue;
            }
            Label label = Label.of(line, heading.start(), heading.end());
            boolean key = part.role == Role.SCRUM && (ScrumKey.of(label) != null || ScrumKey.isGoal(label));
            boolean topic = TopicReader.isTopic(line, heading);
            if (!key && (topic || sureHeadingAt(i) != null && heading.level() <= part.level)) {
                return i;
            }
        }
        return end;
    }

    private void head(int first) {
        int end = headEnd();
        date = DateLine.find(lines, blocks, end);
        int dateLine = date == null ? -1 : date.line();
        if (first < end && first != dateLine && (isTitle(first) || isHeadingAlone(first, end, dateLine))) {
            title = first;
        }
        for (int i = title >= 0 ? title + 1 : first; i < end; i++) {
            if (lines.isBlank(i) || ofHead(i)) {
                continue;
            }
            if (!isProperty(i)) {
                break;
            }
            property[i] = true;
        }
        for (int i = dateLine + 1; dateLine >= 0 && i < end; i++) {
            if (blocks.open(i) && DateLine.isDatedHeading(lines.folded(i))) {
                notices.add(
                        new Notice(Notice.SEVERAL_DAYS, i + 1, lines.content(i).strip()));
            }
        }
    }

    private boolean isProperty(int index) {
        Folded line = lines.folded(index);
        Label label = Label.of(line, line.skipSpaces(0), line.length());
        return label.colon() && PROPERTIES.contains(label.words()) && line.heading() == null && Bullet.of(line) == null;
    }

    private boolean isTitle(int line) {
        Folded folded = lines.folded(line);
        Heading heading = folded.heading();
        int start = heading == null ? 0 : heading.start();
        int end = heading == null ? folded.length() : heading.end();
        return blocks.readable(line) && Role.isTitle(Label.of(folded, start, end));
    }

    /** A heading with nothing under it but properties, the date or the first section is the file's title. */
    private boolean isHeadingAlone(int line, int end, int dateLine) {
        if (!blocks.open(line) || headingAt(line) == null) {
            return false;
        }
        int next = headingEnd(line) + 1;
        while (next < end && lines.isBlank(next)) {
            next++;
        }
        return next == dateLine || (next == end ? end < lines.size() : isProperty(next));
    }
}
