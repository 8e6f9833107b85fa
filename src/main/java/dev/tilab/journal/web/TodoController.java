package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.Todos;
import dev.tilab.journal.UnknownEntryException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Ticks what is done on the day's own page, and takes what is not on to another day. */
@Controller
class TodoController {

    private final Journal journal;
    private final Todos todos;
    private final EntryController entries;
    private final EditController edits;
    private final AutosaveAnswers answers;
    private final MessageSource messages;

    TodoController(
            Journal journal,
            Todos todos,
            EntryController entries,
            EditController edits,
            AutosaveAnswers answers,
            MessageSource messages) {
        this.journal = journal;
        this.todos = todos;
        this.entries = entries;
        this.edits = edits;
        this.answers = answers;
        this.messages = messages;
    }

    /** @param tick see {@link Tick} */
    @PostMapping(path = "/journal/{date}/tick", produces = MediaType.TEXT_HTML_VALUE)
    String tick(
            @PathVariable String date,
            @RequestParam(defaultValue = "") String version,
            @RequestParam String tick,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(date);
        Saving.Outcome outcome = tick(day, version, tick);
        if (outcome instanceof Saving.Saved) {
            return "redirect:/journal/" + day + "?told=ticked";
        }
        if (!(outcome instanceof Saving.Stale)) {
            throw new Days.NothingHere();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        String page = entries.read(date, null, model, locale, response);
        model.addAttribute("refused", messages.getMessage("todo.stale", null, locale));
        return page;
    }

    /** The same, asked for by the page itself, which stays. */
    @PostMapping(path = "/journal/{date}/tick", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> tickHere(
            @PathVariable String date,
            @RequestParam(defaultValue = "") String version,
            @RequestParam String tick,
            Locale locale) {
        Saving.Outcome outcome = tick(Days.of(date), version, tick);
        return outcome instanceof Saving.Saved saved
                ? ResponseEntity.ok(AutosaveAnswers.saved(saved.entry()))
                : answers.notSaved(outcome, locale);
    }

    private Saving.Outcome tick(LocalDate day, String version, String value) {
        Tick tick = Tick.parse(value)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "tick=" + value));
        try {
            return new Saving.Saved(
                    journal.tick(day, MadeFrom.of(version).version(), tick.number(), tick.key(), tick.done()), null);
        } catch (StaleEntryException stale) {
            return new Saving.Stale(stale.current(), null);
        } catch (UnknownEntryException gone) {
            return new Saving.Gone();
        }
    }

    /**
     * Copies what an earlier day left open into this day's to-do.
     *
     * @param task keys of the tasks, one or more
     * @param back {@code home} where the page of today is to be shown again
     */
    @PostMapping("/journal/{date}/todos")
    String bring(
            @PathVariable String date,
            @RequestParam List<String> task,
            @RequestParam(defaultValue = "") String back,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(date);
        Optional<Entry> entry = todos.bring(day, task, locale);
        if (entry.isPresent()) {
            return back.equals("home") ? "redirect:/?told=brought#todos" : "redirect:/journal/" + day + "#scrum";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        String page = edits.form(day, model, locale);
        model.addAttribute("notice", messages.getMessage("todo.gone", null, locale));
        return page;
    }
}
