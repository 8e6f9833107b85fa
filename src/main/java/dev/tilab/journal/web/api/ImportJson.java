package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.transfer.Done;
import dev.tilab.journal.transfer.PlannedFile;
import dev.tilab.journal.transfer.RefusedFile;
import dev.tilab.journal.transfer.Skip;
import dev.tilab.journal.transfer.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * What would become of files, or what became of them.
 *
 * @param dryRun whether nothing was saved
 */
@JsonPropertyOrder({"dryRun", "files"})
record ImportJson(boolean dryRun, List<FileJson> files) {

    /**
     * One file.
     *
     * @param date the day, or null
     * @param action {@code create}, {@code replace}, {@code add}, {@code identical} or {@code skip}
     * @param sections what was found of the template's
     * @param kept headings of what is kept as it is
     * @param files paths of the pictures and files that come with it, as its text calls them
     * @param code why it is skipped, for programs; null where it is not
     * @param reason the same in the reader's language
     */
    @JsonPropertyOrder({"name", "date", "action", "sections", "kept", "files", "doubts", "code", "reason"})
    record FileJson(
            String name,
            LocalDate date,
            String action,
            List<String> sections,
            List<String> kept,
            List<String> files,
            List<EntryJson.NoticeJson> doubts,
            String code,
            String reason) {}

    /** @param taken what is to happen where a day has an entry */
    static ImportJson of(List<PlannedFile> files, Step taken, MessageSource messages, Locale locale) {
        return new ImportJson(
                true,
                files.stream()
                        .map(file -> {
                            Step step = file.isTaken() ? taken : file.step();
                            Skip why = step == Step.SKIP ? file.skip() : null;
                            return of(file, file.date(), step, why, file.refused(), messages, locale);
                        })
                        .toList());
    }

    static ImportJson of(List<PlannedFile> files, List<Done> done, MessageSource messages, Locale locale) {
        List<FileJson> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Done what = done.get(i);
            Skip why = what.why() == null && what.step() == Step.SKIP
                    ? files.get(i).skip()
                    : what.why();
            List<RefusedFile> refused = new ArrayList<>(files.get(i).refused());
            refused.addAll(what.refused());
            all.add(of(files.get(i), what.date(), what.step(), why, refused, messages, locale));
        }
        return new ImportJson(false, all);
    }

    private static FileJson of(
            PlannedFile file,
            LocalDate date,
            Step step,
            Skip why,
            List<RefusedFile> refused,
            MessageSource messages,
            Locale locale) {
        return new FileJson(
                file.name(),
                date,
                step.id(),
                file.sections().keySet().stream().map(DaySection::path).toList(),
                file.kept(),
                file.files().stream().map(one -> one.path().value()).toList(),
                Stream.concat(
                                refused.stream().map(one -> refusal(one, messages, locale)),
                                file.doubts().stream().map(doubt -> notice(doubt, messages, locale)))
                        .toList(),
                why == null ? null : why.code(),
                why == null
                        ? null
                        : messages.getMessage(
                                "transfer.skip." + why.code(), why.arguments().toArray(), locale));
    }

    private static EntryJson.NoticeJson notice(Notice notice, MessageSource messages, Locale locale) {
        Object[] arguments = {notice.line(), notice.text()};
        String words = messages.getMessage("entry.notice." + notice.code(), arguments, locale);
        return new EntryJson.NoticeJson(notice.code(), notice.line(), notice.text(), words);
    }

    private static EntryJson.NoticeJson refusal(RefusedFile file, MessageSource messages, Locale locale) {
        Object[] arguments = file.arguments().toArray();
        String words = messages.getMessage("attachment.refused." + file.code(), arguments, locale);
        return new EntryJson.NoticeJson(file.code(), 0, String.valueOf(arguments[0]), words);
    }
}
