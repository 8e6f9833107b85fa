package dev.tilab.journal.template;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes edited fields into a document. */
final class Writer {
    /** Letters of an abbreviated month. */
    private static final int SHORT_MONTH = 3;

    private final Reading reading;
    private final Draft draft;
    private final Map<Role, List<String>> missing = new EnumMap<>(Role.class);

    Writer(Reading reading) {
        this.reading = reading;
        this.draft = new Draft(reading.outline.lines);
    }

    /**
     * The text with these fields.
     *
     * @param next tidy fields
     * @param safe which of them to write in a form that cannot be misread, at the cost of touching more of their lines
     */
    String write(DayFields next, java.util.Set<DaySection> safe) {
        date(next.date());
        put(Role.SCRUM, new ScrumWriter(draft, reading, safe.contains(DaySection.SCRUM)).write(next.scrum()));
        put(Role.LEARNED, topics(new TopicWriter(draft, reading).write(next.topics())));
        put(
                Role.CHALLENGES,
                challenges(new ChallengeWriter(draft, reading, safe.contains(DaySection.CHALLENGES))
                        .write(next.challenges())));
        if (reading.retrospective.exists()) {
            reading.retrospective.write(next.retrospective(), draft, safe.contains(DaySection.RETROSPECTIVE));
        } else if (!next.retrospective().isEmpty()) {
            put(Role.RETROSPECTIVE, List.of(next.retrospective().split("\n", -1)));
        }
        put(Role.REFERENCES, references(new ReferenceWriter(draft, reading).write(next.references())));
        sections();
        new ExtraWriter(draft, reading).write(next.extras(), level());
        return draft.text();
    }

    private void put(Role role, List<String> lines) {
        if (!lines.isEmpty()) {
            missing.put(role, lines);
        }
    }

    /** A range moves as a whole. A text without a date gets none: its day is known elsewhere. */
    private void date(LocalDate next) {
        DateLine line = reading.outline.date;
        DateSpan span = line == null ? null : line.span();
        if (span == null || next == null || next.equals(span.first())) {
            return;
        }
        LocalDate last = span.last().plusDays(ChronoUnit.DAYS.between(span.first(), next));
        Folded folded = reading.outline.lines.folded(line.line());
        for (DateSpan.Token token : span.tokens()) {
            int from = folded.originalStart(token.start());
            int to = folded.originalEnd(token.end() - 1);
            LocalDate date = token.ofLast() ? last : next;
            if (token.part() == DateSpan.Part.MONTH_NAME) {
                TextStyle style = token.end() - token.start() <= SHORT_MONTH ? TextStyle.SHORT : TextStyle.FULL;
                draft.patch(line.line(), from, to, date.getMonth().getDisplayName(style, Locale.ENGLISH));
                continue;
            }
            int number = switch (token.part()) {
                case YEAR -> token.end() - token.start() == 2 ? date.getYear() % 100 : date.getYear();
                case MONTH, MONTH_NAME -> date.getMonthValue();
                case DAY -> date.getDayOfMonth();
            };
            String digits = Integer.toString(number);
            draft.patch(
                    line.line(),
                    from,
                    to,
                    "0".repeat(Math.max(0, token.end() - token.start() - digits.length())) + digits);
        }
    }

    private List<String> topics(List<DayFields.Topic> topics) {
        List<String> lines = new ArrayList<>();
        Style style =
                Style.numbered("#".repeat(Math.min(6, level() + 1)) + (reading.korean ? " 주제 " : " Topic "), true);
        int number = Items.visible(reading.topics).size();
        for (DayFields.Topic topic : topics) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(TopicWriter.lines(style, topic, reading.topics.isEmpty() ? ++number : number++));
        }
        return lines;
    }

    private List<String> challenges(List<DayFields.Challenge> challenges) {
        List<String> lines = new ArrayList<>();
        Style style = Style.numbered(reading.korean ? "- 도전 과제 " : "- Challenge ", false);
        int number = 1;
        for (DayFields.Challenge challenge : challenges) {
            lines.addAll(ChallengeWriter.lines(style, challenge, number++, reading.korean));
        }
        return lines;
    }

    private static List<String> references(List<DayFields.Reference> references) {
        return references.stream()
                .map(r -> ReferenceLine.write("- ", r.title(), r.url()))
                .toList();
    }

    private int level() {
        return reading.outline.parts.stream()
                .filter(part -> part.role() != null && part.level() > 0)
                .mapToInt(Outline.Part::level)
                .findFirst()
                .orElse(3);
    }

    /** Puts the sections that the document lacks where the template has them. */
    private void sections() {
        Map<Integer, List<String>> byAnchor = new TreeMap<>();
        missing.forEach((role, content) -> {
            List<String> lines = byAnchor.computeIfAbsent(anchor(role), key -> new ArrayList<>());
            if (!lines.isEmpty()) {
                lines.add("");
            }
            String heading = role.heading(reading.korean);
            lines.add(reading.outline.plain ? heading : "#".repeat(level()) + " " + heading);
            lines.addAll(content);
        });
        byAnchor.forEach((anchor, lines) -> {
            Lines document = reading.outline.lines;
            List<String> added = new ArrayList<>(lines);
            if (anchor >= 0 && !document.isBlank(anchor)) {
                added.add(0, "");
            }
            if (anchor + 1 < document.size() && !document.isBlank(anchor + 1)) {
                added.add("");
            }
            draft.insertAfter(anchor, added);
        });
    }

    /** The line behind which a section belongs: the end of the last one before it, else the line before the first after it. */
    private int anchor(Role role) {
        int before = -1;
        int after = -1;
        for (Outline.Part part : reading.outline.parts) {
            if (part.role() != null && part.role().compareTo(role) < 0) {
                before = part.end() - 1;
            } else if (part.role() != null && part.role().compareTo(role) > 0 && after < 0) {
                after = part.before();
            }
        }
        boolean none = before < 0 && after < 0 && reading.outline.parts.stream().allMatch(part -> part.role() == null);
        return none ? reading.outline.lines.size() - 1 : before >= 0 ? before : after;
    }
}
