package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Eraser;
import dev.tilab.journal.Journal;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.Versions;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Deleting for good: days in the trash, earlier versions of a day. A page says first what would be deleted; its form names exactly
 * that, so that nothing which came meanwhile goes with it.
 */
@Controller
class ErasingController {

    private static final Pattern SHOWN = Pattern.compile("([0-9]{1,18}):([0-9]{1,18})");

    private final Journal journal;
    private final Versions versions;
    private final Eraser eraser;
    private final MessageSource messages;
    private final Clock clock;

    ErasingController(Journal journal, Versions versions, Eraser eraser, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.versions = versions;
        this.eraser = eraser;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What would be deleted.
     *
     * @param name as which the form sends it
     */
    record Row(String name, String words, String more) {}

    /** @param id the day to ask about; all that are in the trash when there is none */
    @GetMapping("/journal/trash/erase")
    String askDays(@RequestParam(required = false) String id, Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        List<EntrySummary> days = journal.trash().stream()
                .filter(day -> id == null || String.valueOf(day.id()).equals(id))
                .toList();
        if (id != null && days.isEmpty()) {
            throw new Days.NothingHere();
        }
        model.addAttribute(
                "rows",
                days.stream()
                        .map(day -> new Row(
                                day.id() + ":" + day.version(),
                                words.full(day.date()),
                                words.message("journal.trash.since", words.moment(day.deletedAt()))))
                        .toList());
        model.addAttribute("what", "days");
        model.addAttribute("action", "/journal/trash/erase");
        model.addAttribute("back", "/journal/trash");
        model.addAttribute("file", eraser.writesFileAnew());
        return "journal/erase";
    }

    @PostMapping("/journal/trash/erase")
    String eraseDays(@RequestParam(name = "row", defaultValue = "") List<String> rows) {
        List<Eraser.Shown> shown = rows.stream()
                .map(SHOWN::matcher)
                .filter(Matcher::matches)
                .map(row -> new Eraser.Shown(Long.parseLong(row.group(1)), Long.parseLong(row.group(2))))
                .toList();
        int erased = eraser.days(shown);
        return "redirect:/journal/trash?erased=" + erased + "&left=" + (shown.size() - erased);
    }

    /** @param id the version to ask about; all earlier ones when there is none */
    @GetMapping("/journal/{date}/versions/erase")
    String askVersions(
            @PathVariable String date, @RequestParam(required = false) String id, Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        LocalDate day = existing(date).date();
        List<Versions.Version> earlier = versions.of(day).stream()
                .skip(1)
                .filter(version -> id == null || String.valueOf(version.id()).equals(id))
                .toList();
        if (id != null && earlier.isEmpty()) {
            throw new Days.NothingHere();
        }
        model.addAttribute(
                "rows",
                earlier.stream()
                        .map(one -> new Row(
                                String.valueOf(one.id()),
                                words.moment(one.savedAt()),
                                words.message("journal.versions.bytes", one.bytes())))
                        .toList());
        model.addAttribute("what", "versions");
        model.addAttribute("title", words.day(day));
        model.addAttribute("action", "/journal/" + day + "/versions/erase");
        model.addAttribute("back", "/journal/" + day + "/versions");
        model.addAttribute("file", eraser.writesFileAnew());
        return "journal/erase";
    }

    @PostMapping("/journal/{date}/versions/erase")
    String eraseVersions(@PathVariable String date, @RequestParam(name = "row", defaultValue = "") List<String> rows) {
        LocalDate day = Days.of(date);
        List<Long> ids = rows.stream()
                .filter(row -> row.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        try {
            return "redirect:/journal/" + day + "/versions?erased=" + eraser.versions(day, ids);
        } catch (UnknownEntryException gone) {
            throw new Days.NothingHere();
        }
    }

    private Entry existing(String date) {
        return journal.find(Days.of(date)).orElseThrow(Days.NothingHere::new);
    }
}
