package dev.tilab.journal;

import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.TilDocument;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a file would become, for a person to look at before anything is saved.
 *
 * @param fileName name of the file, without folders; may be empty
 * @param date the day that was named for it, else the one that is proposed: the file name's, else the text's; empty when the person has to say it
 * @param endDate last day, when the file covers several
 * @param textDate the day that the text's date line says
 * @param fileNameDate the day that the file's name says
 * @param charset how the text is encoded
 * @param document the text and what is read out of it
 * @param existing the entry that already has the proposed day
 * @param identical whether that entry has exactly these bytes, so that there is nothing to do
 * @param indexPage whether the file looks like a list of links to entries rather than an entry
 * @param notices what the person should know before deciding
 */
public record ImportProposal(
        String fileName,
        Optional<LocalDate> date,
        Optional<LocalDate> endDate,
        Optional<LocalDate> textDate,
        Optional<LocalDate> fileNameDate,
        Charset charset,
        TilDocument document,
        Optional<Entry> existing,
        boolean identical,
        boolean indexPage,
        List<Notice> notices) {

    /** Whether text and file name say different days; the proposed one is the file name's, because texts get copied. */
    public boolean datesDisagree() {
        return textDate.isPresent() && fileNameDate.isPresent() && !textDate.equals(fileNameDate);
    }

    /**
     * @param chosen the day that somebody named for it, or null
     * @param existing finds the entry of a day
     */
    static ImportProposal of(
            DayFile file, String fileName, LocalDate chosen, Function<LocalDate, Optional<Entry>> existing) {
        FileName name = new FileName(fileName);
        TilDocument document = file.document();
        Optional<LocalDate> date = Optional.ofNullable(chosen).or(name::day).or(document::date);
        Optional<Entry> there = date.flatMap(existing);
        return new ImportProposal(
                name.withoutFolders().orElse(""),
                date,
                date.flatMap(day -> name.lastDay(day, document)),
                document.date(),
                name.day(),
                file.charset(),
                document,
                there,
                there.map(entry -> file.hasBytes(entry.bytes())).orElse(false),
                document.looksLikeIndexPage(),
                document.notices());
    }
}
