package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Limits;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page on which a day is written as the text that it is, and the one that shows two texts of a day. */
@Component
class TextPages {

    /** A form of so many rows is still one that a browser shows at once; a day that has more is written as text. */
    static final int ROWS = 500;

    private final MessageSource messages;
    private final EditPages edit;
    private final EntryPages days;
    private final Clock clock;

    TextPages(MessageSource messages, EditPages edit, EntryPages days, Clock clock) {
        this.messages = messages;
        this.edit = edit;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What is to be shown.
     *
     * @param day which it is about
     * @param stored whether it has an entry
     * @param form what stands in it
     * @param savedAt when it was saved as it stands, null when it was not
     * @param beside the stored text to compare with, or null
     * @param rows how many rows its form would have, 0 where nobody asked
     * @param outcome why it is shown again, or null
     */
    record Page(
            LocalDate day,
            boolean stored,
            TextForm form,
            Instant savedAt,
            String beside,
            int rows,
            Saving.Outcome outcome) {

        /** The text as it is stored. */
        static Page of(Entry entry) {
            TextForm form =
                    new TextForm(entry.date().toString(), MadeFrom.of(entry).toString(), false, entry.text());
            return new Page(entry.date(), true, form, entry.updatedAt(), null, rowsOf(entry), null);
        }

        /** A text that is not stored: of a new day, or sent and shown again. */
        static Page unsaved(LocalDate day, boolean stored, TextForm form) {
            return new Page(day, stored, form, null, null, 0, null);
        }

        Page beside(String other) {
            return new Page(day, stored, form, savedAt, other, rows, outcome);
        }

        Page because(Saving.Outcome why) {
            return new Page(day, stored, form, savedAt, beside, rows, why);
        }
    }

    static String address(LocalDate day) {
        return "/journal/" + day + "/text";
    }

    /** Whether the form of a day would be too long for a browser. */
    static boolean isForText(Entry entry) {
        return rowsOf(entry) > ROWS;
    }

    private static int rowsOf(Entry entry) {
        DayFields fields = entry.fields();
        return DaySection.lists().mapToInt(list -> fields.rows(list).size()).sum();
    }

    String show(Model model, Locale locale, Page page) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        boolean sent = page.outcome() != null || page.stored() && page.savedAt() == null;
        String text = page.form().text();
        model.addAttribute("form", page.form());
        model.addAttribute("day", page.day());
        model.addAttribute("stored", page.stored());
        model.addAttribute("formAction", page.stored() ? address(page.day()) : "/journal/text");
        model.addAttribute("dirty", sent);
        model.addAttribute("longDate", words.day(page.day()));
        model.addAttribute("stateWords", edit.state(sent, page.savedAt(), words));
        model.addAttribute("problems", edit.problems(page.outcome(), words));
        // What is beyond the limit is refused on save; rendering it would only make the refusal slow.
        model.addAttribute(
                "page",
                text.length() > Limits.FILE_BYTES ? null : days.preview(text, page.day(), edit.settings(), words));
        model.addAttribute("large", page.rows() > ROWS ? words.message("journal.text.large", page.rows(), ROWS) : null);
        model.addAttribute("textsJson", edit.texts(words));
        if (page.beside() != null) {
            model.addAttribute("comparison", Comparison.ofTexts(text, page.beside()));
        }
        EditPages.notice(model, page.outcome(), words);
        return "journal/text";
    }

    /** The day as its page would show this text. */
    String preview(Model model, Locale locale, LocalDate day, String text) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        model.addAttribute(
                "page", text.length() > Limits.FILE_BYTES ? null : days.preview(text, day, edit.settings(), words));
        return "journal/day :: preview";
    }

    String conflict(Model model, Locale locale, Entry current, TextForm mine) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        Map<String, String> carried = new LinkedHashMap<>();
        carried.put("date", current.date().toString());
        carried.put("version", MadeFrom.of(current).toString());
        carried.put("text", mine.text());
        model.addAttribute("longDate", words.day(current.date()));
        model.addAttribute("stored", current.date());
        model.addAttribute("storedAt", words.moment(current.updatedAt()));
        model.addAttribute("formAction", address(current.date()));
        model.addAttribute("comparison", Comparison.ofTexts(mine.text(), current.text()));
        model.addAttribute("carried", carried);
        return "journal/conflict";
    }
}
