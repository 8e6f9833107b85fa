package dev.tilab.journal.web;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.journal.Limits;
import dev.tilab.journal.Settings;
import dev.tilab.journal.Todos;
import dev.tilab.journal.Unfinished;
import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.markdown.Surroundings;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Tidy;
import dev.tilab.support.DayWords;
import dev.tilab.support.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** Fills the page with the form, and the page that shows two versions of a day. */
@Component
class EditPages {

    /** What js/journal says by itself; {0} stays where the script puts a number or a name. */
    private static final List<String> TEXTS = List.of(
            "saved.now",
            "saved.seconds",
            "saved.minutes",
            "saved.at",
            "saving",
            "unsaved",
            "failed",
            "offline",
            "refused",
            "stale",
            "stale.compare",
            "taken",
            "gone",
            "too-large",
            "unnamed",
            "removed",
            "undo",
            "date-later",
            "draft.of",
            "letters",
            "blank",
            "moved",
            "attach.sending",
            "attach.alt",
            "attach.alt.hint",
            "attach.skip",
            "attach.cancel",
            "attach.again",
            "attach.close",
            "attach.offline",
            "attach.failed",
            "attach.large",
            "attach.unsaved",
            "attach.pasted");

    private final MessageSource messages;
    private final MarkdownRenderer markdown;
    private final Journal journal;
    private final Todos todos;
    private final Attachments attachments;
    private final JsonMapper json;
    private final Clock clock;

    EditPages(
            MessageSource messages,
            MarkdownRenderer markdown,
            Journal journal,
            Todos todos,
            Attachments attachments,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.markdown = markdown;
        this.journal = journal;
        this.todos = todos;
        this.attachments = attachments;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is to be shown.
     *
     * @param stored day of the entry that the form is about, null for a new one
     * @param form what stands in it
     * @param savedAt when it was saved as it stands, null when it was not
     * @param dirty whether something stands in it that is not saved
     * @param open the topic that is open
     * @param beside the stored fields to compare with, or null
     * @param outcome why it is shown again, or null
     */
    record Page(
            LocalDate stored,
            EntryForm form,
            Instant savedAt,
            boolean dirty,
            int open,
            DayFields beside,
            Saving.Outcome outcome) {

        Page saved(Instant when) {
            return new Page(stored, form, when, dirty, open, beside, outcome);
        }

        Page unsaved() {
            return new Page(stored, form, null, true, open, beside, outcome);
        }

        Page open(int topic) {
            return new Page(stored, form, savedAt, dirty, topic, beside, outcome);
        }

        Page beside(DayFields other) {
            return new Page(stored, form, savedAt, dirty, open, other, outcome);
        }

        Page because(Saving.Outcome why) {
            return new Page(stored, form, savedAt, dirty, open, beside, why);
        }
    }

    static Page page(LocalDate stored, EntryForm form) {
        return new Page(stored, form, null, false, 0, null, null);
    }

    static HttpStatus status(Saving.Outcome outcome) {
        if (outcome instanceof Saving.Refused) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (outcome instanceof Saving.NotStored failed) {
            return failed.why().status();
        }
        return outcome instanceof Saving.TooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.CONFLICT;
    }

    String show(Model model, Locale locale, Page page) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        EntryForm form = page.form();
        Problems problems = problems(page.outcome(), words);
        model.addAttribute("form", form);
        model.addAttribute("stored", page.stored());
        model.addAttribute("formAction", page.stored() == null ? "/journal" : "/journal/" + page.stored());
        model.addAttribute("dirty", page.dirty());
        model.addAttribute("fresh", page.stored() == null && !page.dirty());
        model.addAttribute(
                "longDate",
                Days.read(form.getDate()).map(words::day).orElseGet(() -> words.message("journal.edit.new")));
        model.addAttribute("stateWords", state(page.dirty(), page.savedAt(), words));
        model.addAttribute("problems", problems);
        model.addAttribute("open", open(page, problems));
        Shown shown = new Shown(form, problems, open(page, problems));
        model.addAttribute("shown", shown);
        model.addAttribute("previews", previews(page.stored(), form, shown, words));
        model.addAttribute("textsJson", texts(words));
        model.addAttribute(
                "offer",
                offered(page.stored(), form)
                        .map(offer -> new Offer(offer, words.brief(offer.origin()), isToday(form)))
                        .orElse(null));
        if (page.beside() != null) {
            DayFields mine = FormFields.of(form, Days.read(form.getDate()).orElse(null), page.beside())
                    .fields();
            model.addAttribute("comparison", Comparison.of(mine, page.beside()));
        }
        notice(model, page.outcome(), words);
        return "journal/edit";
    }

    /**
     * What an earlier day left open and the form does not say. A day that lies behind and was written is not asked about what came
     * before it.
     *
     * @param stored day of the entry that the form is about, null for a new one
     */
    Optional<Unfinished> offered(LocalDate stored, EntryForm form) {
        Optional<LocalDate> day = Days.read(form.getDate());
        if (day.isEmpty() || stored != null && day.get().isBefore(LocalDate.now(clock))) {
            return Optional.empty();
        }
        try {
            DayFields written = DayFields.empty(day.get());
            for (DayField field : form.scrum()) {
                written = written.with(field, form.text(field));
            }
            return todos.unfinished(day.get(), written);
        } catch (StoreException unreadable) {
            // What was typed is worth more than what could be added to it.
            return Optional.empty();
        }
    }

    private boolean isToday(EntryForm form) {
        return Days.read(form.getDate()).filter(LocalDate.now(clock)::equals).isPresent();
    }

    /**
     * One text as it will be read.
     *
     * @param day whose it is, null when that is not known
     */
    String preview(String text, LocalDate day, Locale locale) {
        UnaryOperator<String> words = key -> messages.getMessage(key, null, locale);
        Surroundings around = around(text, DayFiles.of(day, attachments, words));
        return markdown.html(text, "preview-", words, settings().lineBreaks(), around);
    }

    private Surroundings around(String text, DayFiles files) {
        return new Surroundings(TopicLinks.of(journal, text).addresses(), files);
    }

    /** What is read matters less than what was typed: where the store is away, it is read as for whoever chose nothing. */
    Settings settings() {
        try {
            return journal.settings();
        } catch (StoreException away) {
            return Settings.DEFAULT;
        }
    }

    String conflict(Model model, Locale locale, Saving.Stale stale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        Entry current = stale.current();
        DayFields mine = Comparison.onto(stale.mine(), current.fields());
        model.addAttribute("longDate", words.day(current.date()));
        model.addAttribute("stored", current.date());
        model.addAttribute("storedAt", words.moment(current.updatedAt()));
        model.addAttribute("formAction", "/journal/" + current.date());
        model.addAttribute("comparison", Comparison.of(stale.mine(), current.fields()));
        model.addAttribute(
                "carried", EntryForm.of(mine, MadeFrom.of(current).toString()).inputs());
        return "journal/conflict";
    }

    Problems problems(Saving.Outcome outcome, DayWords words) {
        if (outcome instanceof Saving.Refused refused) {
            return Problems.of(
                    refused.problems(),
                    field -> refused.sent() == null ? field : refused.sent().inForm(field),
                    problem -> problem.message(messages, words.locale()));
        }
        if (outcome instanceof Saving.Taken taken) {
            return Problems.of(
                    "date",
                    words.message("journal.taken", words.full(taken.existing().date())));
        }
        return Problems.NONE;
    }

    static void notice(Model model, Saving.Outcome outcome, DayWords words) {
        if (outcome instanceof Saving.Gone) {
            model.addAttribute("notice", words.message("journal.gone"));
            model.addAttribute("noticeLink", "/journal/trash");
            model.addAttribute("noticeLinkWords", words.message("journal.trash.look"));
        } else if (outcome instanceof Saving.NotStored failed) {
            model.addAttribute("notice", words.message("error." + failed.why().kind() + ".form"));
        } else if (outcome instanceof Saving.TooLarge large) {
            model.addAttribute("notice", words.message("journal.too-large", large.limit(), large.actual()));
        } else if (outcome instanceof Saving.Taken taken) {
            LocalDate date = taken.existing().date();
            model.addAttribute("notice", words.message("journal.taken.notice"));
            model.addAttribute("noticeLink", "/journal/" + date);
            model.addAttribute("noticeLinkWords", words.message("journal.taken.look", words.full(date)));
        }
    }

    /** How it stands, in words. */
    String state(boolean dirty, Instant savedAt, DayWords words) {
        if (dirty) {
            return words.message("journal.state.unsaved");
        }
        return savedAt == null
                ? words.message("journal.state.new")
                : words.message("journal.saved-at", words.soon(savedAt, clock.instant()));
    }

    /** The topic with the first problem is open, else the one that is asked for. */
    private static int open(Page page, Problems problems) {
        for (int i = 0; i < page.form().rows(DaySection.TOPICS).size(); i++) {
            if (problems.of(DayField.TOPIC_BODY.path(i)) != null) {
                return i;
            }
        }
        return page.open();
    }

    private List<String> previews(LocalDate stored, EntryForm form, Shown shown, DayWords words) {
        List<String> out = new ArrayList<>();
        LineBreaks lineBreaks = settings().lineBreaks();
        DayFiles files = DayFiles.of(stored, attachments, words::message);
        for (DayRow topic : form.rows(DaySection.TOPICS)) {
            String body = Tidy.text(topic.text(DayField.TOPIC_BODY));
            // What is beyond the limit is refused on save; rendering it would only make the refusal slow.
            boolean seen = body.length() <= Limits.FILE_BYTES && shown.row(DaySection.TOPICS.path(), out.size());
            String at = "preview-" + (out.size() + 1) + "-";
            out.add(!seen ? "" : markdown.html(body, at, words::message, lineBreaks, around(body, files)));
        }
        return out;
    }

    /** What js/journal says by itself, as data for the page. */
    String texts(DayWords words) {
        Map<String, String> out = new LinkedHashMap<>();
        TEXTS.forEach(key -> out.put(key, words.message("journal.js." + key, "{0}")));
        return json.writeValueAsString(out).replace("<", "\\u003c");
    }
}
