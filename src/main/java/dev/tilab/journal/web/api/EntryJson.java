package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.Entry;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * A day as JSON. {@code endDate}, {@code dayNote}, {@code title}, {@code leftOver}, {@code version}, {@code updatedAt} and
 * {@code notices} are told, not taken.
 */
final class EntryJson {

    /** What of the template's sections fits no field. */
    @JsonPropertyOrder({"title", "body"})
    record LeftOver(String title, String body) {}

    /**
     * What the reader may want to know, in the reader's language.
     *
     * @param line line of the text, from 1; 0 when no line is meant
     * @param text the words in question
     */
    @JsonPropertyOrder({"code", "line", "text", "message"})
    record NoticeJson(String code, int line, String text, String message) {}

    private EntryJson() {}

    /** The properties in their order; those of the sections are the names of their fields. */
    static Map<String, Object> of(Entry entry, MessageSource messages, Locale locale) {
        Map<String, Object> day = new LinkedHashMap<>();
        day.put("date", entry.date());
        day.put("endDate", entry.endDate().orElse(null));
        day.put("dayNote", entry.dayNote());
        day.put("title", entry.document().title());
        sections(entry.fields(), day);
        day.put(
                "leftOver",
                entry.document().leftOver().stream()
                        .map(left -> new LeftOver(left.title(), left.body()))
                        .toList());
        day.put("version", entry.version());
        day.put("updatedAt", entry.updatedAt());
        day.put(
                "notices",
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
        return day;
    }

    private static void sections(DayFields fields, Map<String, Object> day) {
        for (DaySection section : DaySection.values()) {
            List<Object> rows =
                    fields.rows(section).stream().map(EntryJson::row).toList();
            day.put(section.path(), section.isList() ? rows : rows.get(0));
        }
    }

    /** The row's texts by the names of their fields; a row that is nothing but a text is that text. */
    private static Object row(DayRow row) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (DayField field : row.section().fields()) {
            if (field.fieldName().isEmpty()) {
                return row.text(field);
            }
            texts.put(field.fieldName(), row.text(field));
        }
        return texts;
    }
}
