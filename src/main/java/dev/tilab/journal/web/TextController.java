package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.journal.template.Tidy;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.journal.web.TextPages.Page;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a day as the text that its file is: for days that fit no form. Saved as the form is, by its writer or by itself. */
@Controller
class TextController {

    private final Journal journal;
    private final TextSaving saving;
    private final TextPages pages;
    private final AutosaveAnswers answers;
    private final Clock clock;

    TextController(Journal journal, TextSaving saving, TextPages pages, AutosaveAnswers answers, Clock clock) {
        this.journal = journal;
        this.saving = saving;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/journal/new/text")
    String begin(@RequestParam(required = false) String date, Model model, Locale locale) {
        LocalDate day = date == null || date.isBlank() ? LocalDate.now(clock) : Days.of(date);
        if (journal.find(day).isPresent()) {
            return "redirect:" + TextPages.address(day);
        }
        String text =
                TilDocument.blank(day, locale).with(journal.start(day, locale)).text();
        return pages.show(model, locale, Page.unsaved(day, false, new TextForm(day.toString(), "", false, text)));
    }

    @GetMapping("/journal/{date}/text")
    String edit(@PathVariable String date, Model model, Locale locale) {
        return pages.show(model, locale, Page.of(journal.find(Days.of(date)).orElseThrow(Days.NothingHere::new)));
    }

    @PostMapping(path = "/journal/text", produces = MediaType.TEXT_HTML_VALUE)
    String create(
            @ModelAttribute("sent") TextForm form,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(form.date());
        if (!action.equals("save")) {
            return pages.show(model, locale, Page.unsaved(day, false, form));
        }
        return answer(day, false, form, saving.create(day, form), model, locale, response);
    }

    /** The day as it will be read, for the preview beside its text. Saves nothing. */
    @PostMapping(path = "/journal/text/preview", produces = MediaType.TEXT_HTML_VALUE)
    String preview(
            @RequestParam(defaultValue = "") String markdown, @RequestParam String date, Model model, Locale locale) {
        return pages.preview(model, locale, Days.of(date), Tidy.text(markdown));
    }

    @PostMapping(path = "/journal/{date}/text", produces = MediaType.TEXT_HTML_VALUE)
    String save(
            @PathVariable String date,
            @ModelAttribute("sent") TextForm form,
            @RequestParam(defaultValue = "save") String action,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(date);
        if (action.equals("save")) {
            return answer(day, true, form, saving.save(day, form), model, locale, response);
        }
        TextForm next = action.equals("continue") ? form.comparing() : form;
        return pages.show(model, locale, Page.unsaved(day, true, next).beside(stored(day, next)));
    }

    @PostMapping(path = "/journal/text", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> autosaveNew(@ModelAttribute("sent") TextForm form, Locale locale) {
        return answer(saving.create(Days.of(form.date()), form), HttpStatus.CREATED, locale);
    }

    @PostMapping(path = "/journal/{date}/text", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> autosave(
            @PathVariable String date, @ModelAttribute("sent") TextForm form, Locale locale) {
        return answer(saving.save(Days.of(date), form), HttpStatus.OK, locale);
    }

    private ResponseEntity<Map<String, Object>> answer(Saving.Outcome outcome, HttpStatus ok, Locale locale) {
        return outcome instanceof Saving.Saved saved
                ? ResponseEntity.status(ok).body(AutosaveAnswers.saved(saved.entry()))
                : answers.notSaved(outcome, locale);
    }

    private String answer(
            LocalDate day,
            boolean isStored,
            TextForm form,
            Saving.Outcome outcome,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (outcome instanceof Saving.Saved saved) {
            return "redirect:/journal/" + saved.entry().date();
        }
        if (outcome instanceof Saving.Stale stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.conflict(model, locale, stale.current(), form);
        }
        response.setStatus(EditPages.status(outcome).value());
        if (outcome instanceof Saving.NotStored) {
            response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        }
        boolean there = isStored && !(outcome instanceof Saving.Gone);
        return pages.show(
                model,
                locale,
                Page.unsaved(day, there, form).beside(stored(day, form)).because(outcome));
    }

    /** The stored text to show beside the one that is written, after a conflict whose writer chose to go on with both. */
    private String stored(LocalDate day, TextForm form) {
        try {
            return form.compare() ? journal.find(day).map(Entry::text).orElse(null) : null;
        } catch (StoreException unreadable) {
            // What was typed is worth more than what it is compared with.
            return null;
        }
    }
}
