package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/** Writes challenges and how they were solved. Made safe, a changed one is written anew with a label for its solution. */
final class ChallengeWriter extends ListWriter<Item.Challenge, DayFields.Challenge> {
    private final boolean safe;
    private final boolean korean;

    ChallengeWriter(Draft draft, Reading reading, boolean safe) {
        super(draft, reading.challenges, reading.fields.challenges());
        this.safe = safe;
        this.korean = reading.korean;
    }

    static List<String> lines(Style style, DayFields.Challenge challenge, int number, boolean korean) {
        String[] problem = challenge.problem().split("\n", -1);
        return lines(style.line(number, problem[0]), style.indent(), challenge, korean);
    }

    private static List<String> lines(String first, String indent, DayFields.Challenge challenge, boolean korean) {
        String[] problem = challenge.problem().split("\n", -1);
        List<String> lines = new ArrayList<>();
        lines.add(first);
        boolean needsLabel = indent.isEmpty() && problem.length > 1; // below a heading stands the solution
        for (int i = 1; i < problem.length; i++) {
            lines.add(problem[i].isEmpty() ? "" : indent + problem[i]);
            needsLabel |= Bullet.of(Folded.of(problem[i])) != null;
        }
        if (!challenge.solution().isEmpty() || needsLabel) { // nested bullets alone would be read as the solution
            lines.addAll(solution(indent, challenge.solution(), korean));
        }
        return lines;
    }

    private static List<String> solution(String indent, String solution, boolean korean) {
        String label = indent + "- " + (korean ? "해결 방법:" : "Solution:");
        String[] words = solution.split("\n", -1);
        boolean below = words.length > 1 && Bullet.of(Folded.of(words[0])) != null;
        List<String> lines = new ArrayList<>();
        lines.add(below || solution.isEmpty() ? label : label + " " + words[0]);
        for (int i = below ? 0 : 1; i < words.length; i++) {
            lines.add(words[i].isEmpty() ? "" : indent + "  " + words[i]);
        }
        return lines;
    }

    @Override
    boolean canHold(Item.Challenge item, DayFields.Challenge field) {
        return true;
    }

    @Override
    void edit(Item.Challenge item, DayFields.Challenge field, int number) {
        if (safe) {
            anew(item, field);
            return;
        }
        item.problem.write(field.problem(), draft);
        if (item.solution != null) {
            item.solution.write(field.solution(), draft);
        } else if (!field.solution().isEmpty()) {
            String indent = item.header == null ? "" : item.header.style().indent();
            draft.insertAfter(item.problem.lastLine(), solution(indent, field.solution(), korean));
        }
    }

    private void anew(Item.Challenge item, DayFields.Challenge field) {
        String[] problem = field.problem().split("\n", -1);
        List<String> lines;
        if (item.header == null) {
            lines = lines(problem[0], "", field, korean);
        } else {
            Style style = item.header.style();
            lines = lines(style.line(item.header.numberIn(draft.lines()), problem[0]), style.indent(), field, korean);
        }
        clear(item);
        draft.replace(item.from, item.contentEnd, lines);
    }

    @Override
    List<String> fresh(Style style, DayFields.Challenge field, int number) {
        return lines(style, field, number, korean);
    }

    @Override
    void clear(Item.Challenge item) {
        Row inline = item.header == null ? item.problem.row() : null;
        if (inline != null) {
            draft.patch(inline.line(), inline.from(), inline.to(), "");
        }
    }

    @Override
    Style style(Container<Item.Challenge> container) {
        return container.style();
    }
}
