package dev.tilab.journal.transfer;

import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file would become, before anything is saved.
 *
 * @param name path of the file
 * @param datePath the path as far as it tells the day; the journal is given it as the file's name
 * @param bytes the file; null where it is not imported whatever is decided
 * @param date the day that is proposed, or null where its owner has to say it
 * @param step {@code CREATE} where nothing needs to be decided, {@code IDENTICAL}, else {@code SKIP}
 * @param skip why it is not imported unless its owner decides otherwise; null where it is
 * @param seen the version of the entry that has the day, or null
 * @param difference in what it differs from that entry, or null
 * @param sections what was found of the template's sections, and how many of each
 * @param kept headings of what is kept as it is, because the template has no such section
 * @param doubts what its owner should look at
 * @param called what its text calls by addresses relative to itself
 * @param pictures those of them that its page would show
 * @param files pictures and files that its text calls and that came with it
 * @param refused those of them that cannot be kept, and why
 */
public record PlannedFile(
        String name,
        String datePath,
        byte[] bytes,
        LocalDate date,
        Step step,
        Skip skip,
        Long seen,
        Difference difference,
        Map<DaySection, Integer> sections,
        List<String> kept,
        List<Notice> doubts,
        Set<AttachmentPath> called,
        Set<AttachmentPath> pictures,
        List<AttachedFile> files,
        List<RefusedFile> refused) {

    /** The text says another day than the file's name. */
    public static final String TEXT_SAYS = "text-says";
    /** It looks like a list of links to days, but its name says that it is one. */
    public static final String LIKE_AN_INDEX = "like-an-index";

    /** The text shows pictures that did not come with it. */
    public static final String FILES_AWAY = "files-away";

    static PlannedFile left(FoundFile file, Skip why) {
        return new PlannedFile(
                file.path(),
                file.datePath(),
                null,
                null,
                Step.SKIP,
                why,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    /** Of which nothing is needed but to be shown. */
    public static PlannedFile known(String name, LocalDate date, Step step, Skip skip) {
        return new PlannedFile(
                name, name, null, date, step, skip, null, null, Map.of(), List.of(), List.of(), Set.of(), Set.of(),
                List.of(), List.of());
    }

    PlannedFile with(Step other, Skip why, Notice doubt) {
        List<Notice> all = new ArrayList<>(doubts);
        if (doubt != null) {
            all.add(0, doubt);
        }
        return with(other, why, List.copyOf(all), files, refused);
    }

    PlannedFile with(Step other, Skip why, List<Notice> all, List<AttachedFile> coming, List<RefusedFile> notComing) {
        return new PlannedFile(
                name,
                datePath,
                bytes,
                date,
                other,
                why,
                seen,
                difference,
                sections,
                kept,
                all,
                called,
                pictures,
                coming,
                notComing);
    }

    /** Whether its day has something else already: an entry, or a file before it. */
    public boolean isTaken() {
        return skip != null
                && (skip.code().equals(Imports.TAKEN)
                        || skip.code().equals(Imports.SAME_DAY)
                        || skip.code().equals(Imports.FILES_MISSING));
    }

    /** Whether nothing but its day is in the way: its owner has to say, or to confirm it. */
    boolean isDayInQuestion() {
        return skip != null && Imports.DAY_IN_QUESTION.contains(skip.code());
    }

    /** What a form has chosen before anybody chooses. */
    public Step offered() {
        if (skip != null && skip.code().equals(Imports.FILES_MISSING)) {
            return Step.ADD;
        }
        return isDayInQuestion() && seen == null ? Step.CREATE : step;
    }

    /** Whether its owner should decide: it is skipped otherwise, or its day may be wrong. */
    public boolean asks() {
        return bytes != null
                && (step == Step.SKIP
                        || step == Step.CREATE
                                && doubts.stream()
                                        .anyMatch(doubt -> doubt.code().equals(TEXT_SAYS)
                                                || doubt.code().equals(LIKE_AN_INDEX)));
    }
}
