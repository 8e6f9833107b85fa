package dev.tilab.journal.web;

import dev.tilab.journal.template.Notice;
import dev.tilab.journal.transfer.Difference;
import dev.tilab.journal.transfer.PlannedFile;
import dev.tilab.journal.transfer.RefusedFile;
import dev.tilab.journal.transfer.Skip;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in the question about many.
 *
 * @param number under which the form speaks of it
 * @param name its path
 * @param date the day that is proposed or was typed, or null
 * @param dayWords the same in words
 * @param sections what was recognised
 * @param kept what is kept as it is; may be empty
 * @param difference in what it differs from the entry that has the day, or null
 * @param files how many pictures and files come with it
 * @param doubts what its owner should look at, the first of them
 * @param moreDoubts how many more there are
 * @param why it is not imported by itself, or null
 * @param seen the entry that has the day, as {@code 2025-03-06@3}, or null
 * @param step what is chosen before anybody chooses
 */
record ManyRow(
        int number,
        String name,
        LocalDate date,
        String dayWords,
        String sections,
        String kept,
        String difference,
        int files,
        List<String> doubts,
        int moreDoubts,
        String why,
        String seen,
        String step) {

    private static final int DOUBTS = 3;

    /**
     * @param folder what all names begin with, and nobody needs to read
     * @param file as it looks on that day
     */
    static ManyRow of(
            int number, PlannedFile file, String folder, LocalDate date, Step step, Skip why, DayWords words) {
        List<String> all = new ArrayList<>(refused(file.refused(), words));
        for (Notice doubt : file.doubts()) {
            all.add(words.message("entry.notice." + doubt.code(), doubt.line(), doubt.text()));
        }
        return new ManyRow(
                number,
                file.name().isEmpty()
                        ? words.message("journal.import.pasted")
                        : file.name().substring(folder.length()),
                date,
                date == null ? "" : words.full(date),
                file.bytes() == null ? "" : Recognised.of(file.sections(), words),
                String.join(", ", file.kept()),
                difference(file.difference(), words),
                file.files().size(),
                List.copyOf(all.subList(0, Math.min(DOUBTS, all.size()))),
                Math.max(0, all.size() - DOUBTS),
                why == null
                        ? null
                        : words.message(
                                "transfer.skip." + why.code(), why.arguments().toArray()),
                file.seen() == null || file.date() == null ? null : file.date() + "@" + file.seen(),
                step.id());
    }

    static List<String> refused(List<RefusedFile> files, DayWords words) {
        return files.stream()
                .map(file -> words.message(
                        "attachment.refused." + file.code(), file.arguments().toArray()))
                .toList();
    }

    private static String difference(Difference difference, DayWords words) {
        if (difference == null) {
            return null;
        }
        String key = difference.onlyHere() > 0 ? "more" : difference.onlyThere() > 0 ? "less" : "order";
        return words.message(
                "transfer.many.differs." + key, difference.onlyHere(), difference.onlyThere(), difference.first());
    }
}
