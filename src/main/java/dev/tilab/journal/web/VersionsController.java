package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.Versions;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.support.DayWords;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Earlier texts of a day: which there are, how one differs from what stands there now, and bringing one back. */
@Controller
@RequestMapping("/journal/{date}/versions")
class VersionsController {

    private final Journal journal;
    private final Versions versions;
    private final MessageSource messages;
    private final Clock clock;

    VersionsController(Journal journal, Versions versions, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.versions = versions;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param current whether it is what stands there now */
    record Row(long id, String savedAt, long bytes, boolean current) {}

    /** @param erased how many versions were deleted for good just now */
    @GetMapping
    String list(@PathVariable String date, @RequestParam(required = false) String erased, Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        Entry entry = entry(date);
        List<Versions.Version> all = versions.of(entry.date());
        model.addAttribute("date", entry.date());
        model.addAttribute("longDate", words.day(entry.date()));
        model.addAttribute("erased", erased == null ? null : Days.count(erased));
        model.addAttribute(
                "versions",
                all.stream()
                        .map(one -> new Row(one.id(), words.moment(one.savedAt()), one.bytes(), one == all.get(0)))
                        .toList());
        return "journal/versions";
    }

    @GetMapping("/{id}")
    String compare(@PathVariable String date, @PathVariable String id, Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        Entry entry = entry(date);
        Versions.Earlier earlier = earlier(entry.date(), id);
        model.addAttribute("date", entry.date());
        model.addAttribute("longDate", words.day(entry.date()));
        model.addAttribute("id", earlier.version().id());
        model.addAttribute("savedAt", words.moment(earlier.version().savedAt()));
        model.addAttribute("version", entry.version());
        model.addAttribute("same", Arrays.equals(earlier.file(), entry.bytes()));
        model.addAttribute("comparison", Comparison.of(earlier.fields(), entry.fields()));
        return "journal/version";
    }

    /** The file as it was, byte for byte. */
    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable String date, @PathVariable String id) {
        Versions.Earlier earlier = earlier(Days.of(date), id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "markdown"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(date + "." + earlier.version().id() + ".md")
                                .build()
                                .toString())
                .body(earlier.file());
    }

    /** Saves it over what stands there now, which becomes an earlier text itself; asks again when somebody saved meanwhile. */
    @PostMapping("/{id}")
    String bringBack(
            @PathVariable String date,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long version,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws NotTextException {
        LocalDate day = Days.of(date);
        try {
            journal.replace(day, version, earlier(day, id).file());
            return "redirect:/journal/" + day + "?told=brought-back";
        } catch (StaleEntryException stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changed", true);
            return compare(date, id, model, locale);
        } catch (UnknownEntryException gone) {
            throw new Days.NothingHere();
        }
    }

    private Entry entry(String date) {
        return journal.find(Days.of(date)).orElseThrow(Days.NothingHere::new);
    }

    private Versions.Earlier earlier(LocalDate date, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new Days.NothingHere();
        }
        return versions.find(date, Long.parseLong(id)).orElseThrow(Days.NothingHere::new);
    }
}
