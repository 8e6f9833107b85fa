package dev.tilab.journal.web;

import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.support.DayWords;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting a day into the trash and bringing it back. */
@Controller
class TrashController {

    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    TrashController(Journal journal, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    record Day(long id, String words, String since, String topics) {}

    /**
     * @param erased how many days were deleted for good just now
     * @param left how many of those asked for were not, because somebody changed them
     */
    @GetMapping("/journal/trash")
    String list(
            @RequestParam(required = false) String erased,
            @RequestParam(required = false) String left,
            Model model,
            Locale locale) {
        model.addAttribute("erased", Days.count(erased));
        model.addAttribute("left", Days.count(left));
        return list(model, locale);
    }

    private String list(Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        model.addAttribute(
                "days", journal.trash().stream().map(entry -> day(entry, words)).toList());
        return "journal/trash";
    }

    /** Asks again when somebody changed the day since the page was shown: the trash must not take what nobody has read. */
    @PostMapping("/journal/{date}/delete")
    String delete(
            @PathVariable String date,
            @RequestParam(defaultValue = "-1") long version,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(date);
        try {
            journal.trash(day, version);
            return "redirect:/journal?trashed=" + day;
        } catch (StaleEntryException stale) {
            Entry current = stale.current();
            DayWords words = new DayWords(messages, locale, clock.getZone());
            model.addAttribute("day", current.date());
            model.addAttribute("version", current.version());
            model.addAttribute("words", words.day(current.date()));
            model.addAttribute("savedAt", words.moment(current.updatedAt()));
            response.setStatus(HttpStatus.CONFLICT.value());
            return "journal/delete";
        } catch (UnknownEntryException gone) {
            throw new Days.NothingHere();
        }
    }

    @PostMapping("/journal/trash/{id}/restore")
    String restore(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        try {
            return "redirect:/journal/"
                    + journal.restoreById(Long.parseLong(id)).date() + "?told=restored";
        } catch (DateTakenException taken) {
            model.addAttribute("taken", taken.date());
            model.addAttribute("takenWords", new DayWords(messages, locale, clock.getZone()).full(taken.date()));
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(model, locale);
        } catch (UnknownEntryException | NumberFormatException nothing) {
            throw new Days.NothingHere();
        }
    }

    private static Day day(EntrySummary entry, DayWords words) {
        String topics =
                entry.topics().stream().filter(title -> !title.isBlank()).collect(Collectors.joining(", "));
        return new Day(entry.id(), words.full(entry.date()), words.moment(entry.deletedAt()), topics);
    }
}
