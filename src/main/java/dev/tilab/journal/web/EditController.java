package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.journal.PartAnchors;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Tidy;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Writing a day with a form that keeps everything that was typed until it is saved. */
@Controller
class EditController {

    private final Journal journal;
    private final Saving saving;
    private final EditPages pages;
    private final Clock clock;

    EditController(Journal journal, Saving saving, EditPages pages, Clock clock) {
        this.journal = journal;
        this.saving = saving;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/journal/new")
    String begin(@RequestParam(required = false) String date, Model model, Locale locale) {
        LocalDate day = date == null || date.isBlank() ? LocalDate.now(clock) : Days.of(date);
        if (journal.find(day).isPresent()) {
            return "redirect:/journal/" + day + "/edit";
        }
        EntryForm form = EntryForm.of(journal.start(day, locale), "").withRoom();
        return pages.show(model, locale, EditPages.page(null, form));
    }

    /**
     * Takes one more topic into today's entry, the way a lab hands over what its run showed; the same topic is taken once. Where it
     * cannot be saved, today's form opens with it. Without {@code action=save} it always does, and nothing is saved before the writer
     * says so.
     */
    @PostMapping(path = "/journal/note", produces = MediaType.TEXT_HTML_VALUE)
    String note(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String action,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate today = LocalDate.now(clock);
        Optional<Entry> entry = journal.find(today);
        EntryForm form = form(today, entry, locale);
        LocalDate day = entry.map(Entry::date).orElse(null);
        DayFields.Topic topic = new DayFields.Topic(DayFields.NEW, Tidy.text(title), Tidy.text(text));
        boolean save = action.equals("save");
        if (save && entry.isPresent() && placeOf(topic, entry.get()) >= 0) {
            return addressOf(topic, entry.get());
        }
        int at = form.addTopic(topic.title(), topic.body());
        EditPages.Page page = EditPages.page(day, form.withRoom()).unsaved().open(at);
        if (save) {
            Saving.Outcome outcome = saving.save(day, form, locale);
            if (outcome instanceof Saving.Saved saved) {
                return addressOf(topic, saved.entry());
            }
            response.setStatus(EditPages.status(outcome).value());
            page = page.because(outcome);
        }
        return pages.show(model, locale, page);
    }

    private static String addressOf(DayFields.Topic topic, Entry entry) {
        List<String> anchors = PartAnchors.ofTopics(entry.document());
        int place = placeOf(topic, entry);
        return "redirect:/journal/" + entry.date() + (place < 0 ? "" : "?told=noted#" + anchors.get(place));
    }

    /** Which topic of the day says this, the last of them, or -1. */
    private static int placeOf(DayFields.Topic topic, Entry entry) {
        List<DayFields.Topic> topics = entry.fields().topics();
        for (int i = topics.size() - 1; i >= 0; i--) {
            DayFields.Topic each = topics.get(i);
            if (each.title().equals(topic.title().strip()) && each.body().equals(topic.body())) {
                return i;
            }
        }
        return -1;
    }

    /** The form of a day, whether it has an entry or not. */
    String form(LocalDate day, Model model, Locale locale) {
        Optional<Entry> entry = journal.find(day);
        LocalDate stored = entry.map(Entry::date).orElse(null);
        return pages.show(
                model, locale, EditPages.page(stored, form(day, entry, locale).withRoom()));
    }

    private EntryForm form(LocalDate day, Optional<Entry> entry, Locale locale) {
        return entry.map(stored ->
                        EntryForm.of(stored.fields(), MadeFrom.of(stored).toString()))
                .orElseGet(() -> EntryForm.of(journal.start(day, locale), ""));
    }

    /** @param topic which one is written on, from 1; one behind the last is a new one */
    @GetMapping("/journal/{date}/edit")
    String edit(@PathVariable String date, @RequestParam(required = false) String topic, Model model, Locale locale) {
        Entry entry = journal.find(Days.of(date)).orElseThrow(Days.NothingHere::new);
        if (TextPages.isForText(entry)) {
            return "redirect:" + TextPages.address(entry.date());
        }
        model.addAttribute("leftOver", entry.document().leftOver());
        EntryForm form =
                EntryForm.of(entry.fields(), MadeFrom.of(entry).toString()).withRoom();
        EditPages.Page page = EditPages.page(entry.date(), form).saved(entry.updatedAt());
        int place = Days.count(topic);
        if (place > 0) {
            int at = form.place(place - 1);
            boolean untitled = form.rows(DaySection.TOPICS)
                    .get(at)
                    .text(DayField.TOPIC_TITLE)
                    .isBlank();
            model.addAttribute("focus", (untitled ? DayField.TOPIC_TITLE : DayField.TOPIC_BODY).path(at));
            page = page.open(at);
        }
        return pages.show(model, locale, page);
    }

    @PostMapping(path = "/journal", produces = MediaType.TEXT_HTML_VALUE)
    String create(
            @RequestParam Map<String, String> inputs,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(null, EntryForm.sent(inputs), action, model, locale, response);
    }

    @PostMapping(path = "/journal/{date}", produces = MediaType.TEXT_HTML_VALUE)
    String save(
            @PathVariable String date,
            @RequestParam Map<String, String> inputs,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(Days.of(date), EntryForm.sent(inputs), action, model, locale, response);
    }

    /** The text as it will be read, for the preview beside it. */
    @PostMapping(path = "/journal/preview", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String preview(
            @RequestParam(defaultValue = "") String markdown,
            @RequestParam(required = false) String date,
            Locale locale) {
        return pages.preview(Tidy.text(markdown), Days.read(date).orElse(null), locale);
    }

    private String answer(
            LocalDate day, EntryForm form, String action, Model model, Locale locale, HttpServletResponse response) {
        if (action.equals("save")) {
            return saved(day, form, model, locale, response);
        }
        EditPages.Page page = EditPages.page(day, form).unsaved();
        Optional<RowAction> rows = RowAction.parse(action);
        if (rows.isPresent()) {
            int at = rows.get().apply(form);
            page = rows.get().list() == DaySection.TOPICS ? page.open(at) : page;
        } else if (Offer.isAction(action)) {
            pages.offered(day, form).ifPresent(unfinished -> Offer.take(action, unfinished, form));
        } else if (action.matches("preview:[0-9]{1,4}")) {
            page = page.open(Integer.parseInt(action.substring("preview:".length())));
        } else if (action.equals("continue")) {
            form.compare();
        }
        form.withRoom();
        beside(day, model);
        return pages.show(model, locale, page.beside(stored(day, form)));
    }

    /** What stands in the day and fits no field of the form. */
    private void beside(LocalDate day, Model model) {
        try {
            Optional.ofNullable(day)
                    .flatMap(journal::find)
                    .ifPresent(entry ->
                            model.addAttribute("leftOver", entry.document().leftOver()));
        } catch (StoreException unreadable) {
            // What was typed is worth more than what stands beside it.
        }
    }

    private String saved(LocalDate day, EntryForm form, Model model, Locale locale, HttpServletResponse response) {
        Saving.Outcome outcome = saving.save(day, form, locale);
        if (outcome instanceof Saving.Saved saved) {
            return "redirect:/journal/" + saved.entry().date();
        }
        if (outcome instanceof Saving.Stale stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.conflict(model, locale, stale);
        }
        form.withRoom();
        response.setStatus(EditPages.status(outcome).value());
        if (outcome instanceof Saving.NotStored) {
            response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        }
        beside(day, model);
        EditPages.Page page = EditPages.page(outcome instanceof Saving.Gone ? null : day, form)
                .unsaved();
        return pages.show(model, locale, page.beside(stored(day, form)).because(outcome));
    }

    /** The stored text to show beside the form, after a conflict whose reader chose to go on with both. */
    private DayFields stored(LocalDate day, EntryForm form) {
        if (day == null || !form.isCompare()) {
            return null;
        }
        try {
            return journal.find(day).map(Entry::fields).orElse(null);
        } catch (StoreException unreadable) {
            // What was typed is worth more than what it is compared with.
            return null;
        }
    }
}
