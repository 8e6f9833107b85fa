package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.Entry;
import dev.tilab.journal.template.DayFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A day as JSON. {@code endDate}, {@code dayNote}, {@code extras}, {@code version}, {@code updatedAt} and {@code notices}
 * are told, not taken.
 *
 * @param extras sections that are none of the template, and what of its sections fits no field
 * @param notices what the reader may want to know, in the reader's language
 */
@JsonPropertyOrder({
    "date", "endDate", "dayNote", "scrum", "topics", "challenges", "retrospective", "references", "extras", "version",
    "updatedAt", "notices"
})
record EntryJson(
        LocalDate date,
        LocalDate endDate,
        String dayNote,
        DayFields.Scrum scrum,
        List<Topic> topics,
        List<Challenge> challenges,
        String retrospective,
        List<Reference> references,
        List<Extra> extras,
        long version,
        Instant updatedAt,
        List<NoticeJson> notices) {

    @JsonPropertyOrder({"title", "body"})
    record Topic(String title, String body) {}

    @JsonPropertyOrder({"problem", "solution"})
    record Challenge(String problem, String solution) {}

    @JsonPropertyOrder({"title", "url"})
    record Reference(String title, String url) {}

    @JsonPropertyOrder({"title", "body"})
    record Extra(String title, String body) {}

    /**
     * @param line line of the text, from 1; 0 when no line is meant
     * @param text the words in question
     */
    @JsonPropertyOrder({"code", "line", "text", "message"})
    record NoticeJson(String code, int line, String text, String message) {}

    static EntryJson of(Entry entry, MessageSource messages, Locale locale) {
        DayFields fields = entry.fields();
        return new EntryJson(
                entry.date(),
                entry.endDate().orElse(null),
                entry.dayNote(),
                fields.scrum(),
                fields.topics().stream().map(t -> new Topic(t.title(), t.body())).toList(),
                fields.challenges().stream().map(c -> new Challenge(c.problem(), c.solution())).toList(),
                fields.retrospective(),
                fields.references().stream().map(r -> new Reference(r.title(), r.url())).toList(),
                entry.document().extras().stream().map(extra -> new Extra(extra.title(), extra.body())).toList(),
                entry.version(),
                entry.updatedAt(),
                entry.notices().stream()
                        .map(notice -> new NoticeJson(
                                notice.code(),
                                notice.line(),
                                notice.text(),
                                messages.getMessage(
                                        "entry.notice." + notice.code(),
                                        new Object[] {notice.line(), notice.text()},
                                        notice.text(),
                                        locale)))
                        .toList());
    }
}
