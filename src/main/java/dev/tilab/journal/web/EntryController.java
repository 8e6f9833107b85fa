package dev.tilab.journal.web;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.DayAndNeighbours;
import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.ExampleDay;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading one day. */
@Controller
class EntryController {

    /** As many stand in the margin; the newest say most. */
    private static final int BACKLINKS = 30;

    private final Journal journal;
    private final EntryPages pages;
    private final Attachments attachments;
    private final MessageSource messages;
    private final Clock clock;

    EntryController(Journal journal, EntryPages pages, Attachments attachments, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** A day before or after the one that is read, with its year where that is another one. */
    record Neighbour(LocalDate date, String shortDate, String longDate, String topics, boolean today) {}

    /**
     * @param told what just happened to it: {@code imported}, {@code identical}, {@code restored},
     *     {@code ticked}, {@code noted} or {@code brought-back}
     */
    @GetMapping("/journal/{date}")
    String read(
            @PathVariable String date,
            @RequestParam(required = false) String told,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate here = Days.of(date);
        DayWords words = new DayWords(messages, locale, clock.getZone());
        DayAndNeighbours around = journal.around(here).orElse(null);
        if (around == null) {
            model.addAttribute("day", AbsentDay.of(here, journal, words));
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "journal/absent";
        }
        model.addAttribute("page", pages.of(around.day(), words));
        model.addAttribute("example", false);
        model.addAttribute("backlinks", backlinks(around.day().date(), words));
        model.addAttribute(
                "files",
                attachments.of(around.day().id()).stream()
                        .map(file -> FileRow.of(around.day().date(), file, words))
                        .toList());
        model.addAttribute(
                "previous",
                around.previous().map(day -> neighbour(day, here, words)).orElse(null));
        model.addAttribute(
                "next", around.next().map(day -> neighbour(day, here, words)).orElse(null));
        if ("imported".equals(told)) {
            model.addAttribute(
                    "told",
                    words.message("journal.imported", recognised(around.day().date(), words)));
        } else if ("identical".equals(told)) {
            model.addAttribute("told", words.message("journal.imported.identical"));
        } else if ("restored".equals(told)) {
            model.addAttribute("told", words.message("journal.restored"));
        } else if ("noted".equals(told)) {
            model.addAttribute("told", words.message("todo.noted"));
        } else if ("ticked".equals(told)) {
            model.addAttribute("told", words.message("todo.ticked"));
        } else if ("brought-back".equals(told)) {
            model.addAttribute("told", words.message("journal.version.back"));
        }
        return "journal/entry";
    }

    /** A day that links to the one that is read. */
    record Backlink(LocalDate date, String dayWords, String line) {}

    private List<Backlink> backlinks(LocalDate date, DayWords words) {
        return journal.indexes().backlinks(date, BACKLINKS).stream()
                .map(link -> new Backlink(link.date(), words.full(link.date()), link.line()))
                .toList();
    }

    /** The file itself, byte for byte. */
    @GetMapping("/journal/{date}/raw")
    ResponseEntity<byte[]> raw(@PathVariable String date) {
        Entry entry = journal.find(Days.of(date)).orElseThrow(Days.NothingHere::new);
        String name = entry.fileName().orElse(entry.date() + ".md");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "markdown", entry.charset()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(entry.bytes());
    }

    @GetMapping("/journal/example")
    String example(Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        model.addAttribute("page", pages.of(ExampleDay.document(locale), words));
        model.addAttribute("example", true);
        return "journal/entry";
    }

    private String recognised(LocalDate date, DayWords words) {
        Entry entry = journal.find(date).orElseThrow(Days.NothingHere::new);
        return Recognised.of(entry.fields(), words);
    }

    private Neighbour neighbour(EntrySummary day, LocalDate here, DayWords words) {
        List<String> titles =
                day.topics().stream().filter(title -> !title.isBlank()).toList();
        return new Neighbour(
                day.date(),
                words.briefDay(day.date(), here),
                words.day(day.date(), here),
                titles.stream().limit(3).collect(Collectors.joining(", ")) + (titles.size() > 3 ? " …" : ""),
                day.date().equals(LocalDate.now(clock)));
    }
}
