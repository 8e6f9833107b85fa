package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DaySection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a list shows of an entry, read without its text.
 *
 * @param id number of the entry; addresses one of several entries of the same day in the trash
 * @param date the day
 * @param endDate last day of an entry that covers several, or null
 * @param dayNote what follows the date in its line; may be empty
 * @param title the title that the day has of its own, up to 300 characters; may be empty
 * @param topics titles of the first 100 topics, in order, of 300 characters at most; a topic without a title has an empty one
 * @param excerpt one line of plain text, up to 200 characters: the retrospective's beginning, else the to-do's, else a
 * topic's
 * @param version version of the entry
 * @param updatedAt when it was last saved
 * @param deletedAt when it was put into the trash, or null
 * @param readBy by which rules and names all of that was read out of the day's text
 */
public record EntrySummary(
        long id,
        LocalDate date,
        LocalDate endDate,
        String dayNote,
        String title,
        List<String> topics,
        String excerpt,
        long version,
        Instant updatedAt,
        Instant deletedAt,
        String readBy) {

    public EntrySummary {
        topics = List.copyOf(topics);
    }

    /** As the database gives it, before the topics are added. */
    EntrySummary(
            long id,
            LocalDate date,
            LocalDate endDate,
            String dayNote,
            String title,
            String excerpt,
            long version,
            Instant updatedAt,
            Instant deletedAt,
            String readBy) {
        this(id, date, endDate, dayNote, title, List.of(), excerpt, version, updatedAt, deletedAt, readBy);
    }

    /** The same by what is read out of the day's text now. */
    EntrySummary saying(Derived said) {
        List<String> titles = said.topics().stream()
                .limit(DaySection.TOPICS.mostRows())
                .map(title -> title.substring(0, Math.min(title.length(), DayField.TOPIC_TITLE.limit())))
                .toList();
        return new EntrySummary(
                id,
                date,
                endDate,
                said.dayNote(),
                said.title(),
                titles,
                said.excerpt(),
                version,
                updatedAt,
                deletedAt,
                readBy);
    }

    /** @param titles titles of topics by the number of their entry; one that has none may be missing */
    EntrySummary withTopicsOf(Map<Long, List<String>> titles) {
        List<String> own = titles.getOrDefault(id, List.of());
        return new EntrySummary(id, date, endDate, dayNote, title, own, excerpt, version, updatedAt, deletedAt, readBy);
    }
}
