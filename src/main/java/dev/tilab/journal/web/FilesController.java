package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.attachment.RefusedFileException;
import dev.tilab.support.DayWords;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Pictures and files of a day: adding one, by a form or while writing, and deleting one. The day's text stays as it is. */
@Controller
@RequestMapping("/journal/{date}/files")
class FilesController {

    private static final String REFUSED = "attachment.refused.";

    private final Journal journal;
    private final Attachments attachments;
    private final MessageSource messages;
    private final Clock clock;

    FilesController(Journal journal, Attachments attachments, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param path that the next file is to get, because the day's text calls one that is not there
     * @param added path of the one that was attached just now
     * @param removed name of the one that was deleted just now
     */
    @GetMapping
    String show(
            @PathVariable String date,
            @RequestParam(required = false) String path,
            @RequestParam(required = false) String added,
            @RequestParam(required = false) String alt,
            @RequestParam(required = false) String removed,
            Model model,
            Locale locale) {
        model.addAttribute("added", added == null ? null : FileRow.markdown(added, alt == null ? "" : alt));
        model.addAttribute("removed", removed);
        return page(Days.of(date), path, "", null, model, locale);
    }

    private String page(LocalDate day, String path, String alt, String problem, Model model, Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        EntrySummary entry =
                journal.around(day).orElseThrow(Days.NothingHere::new).day();
        model.addAttribute("date", entry.date());
        model.addAttribute("longDate", words.day(entry.date()));
        model.addAttribute(
                "files",
                attachments.of(entry.id()).stream()
                        .map(file -> FileRow.of(entry.date(), file, words))
                        .toList());
        model.addAttribute("path", path == null || path.isBlank() ? null : path);
        model.addAttribute("alt", alt);
        model.addAttribute("problem", problem);
        return "journal/files";
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String add(
            @PathVariable String date,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String path,
            @RequestParam(defaultValue = "") String alt,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        LocalDate day = Days.of(date);
        try {
            Attachment attached = attached(day, file, path);
            return path == null || path.isBlank()
                    ? "redirect:" + DayFiles.page(day) + "?added="
                            + encoded(attached.path().value()) + "&alt=" + encoded(alt)
                    : "redirect:/journal/" + day;
        } catch (RefusedFileException refused) {
            response.setStatus(refused.reason().status());
            return page(day, path, alt, words(refused, locale), model, locale);
        } catch (UnknownEntryException gone) {
            throw new Days.NothingHere();
        }
    }

    /** While somebody writes; js/journal/attach.js reads the answer. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> add(
            @PathVariable String date,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String path,
            Locale locale)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        try {
            Attachment attached = attached(Days.of(date), file, path);
            body.put("path", attached.path().value());
            body.put("name", attached.path().name());
            body.put("picture", attached.content().isPicture());
            return ResponseEntity.status(HttpStatus.CREATED).body(body);
        } catch (RefusedFileException refused) {
            body.put("message", words(refused, locale));
            return ResponseEntity.status(refused.reason().status()).body(body);
        } catch (UnknownEntryException gone) {
            body.put("message", messages.getMessage("journal.gone", null, locale));
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(body);
        }
    }

    private Attachment attached(LocalDate day, MultipartFile file, String path) throws IOException {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isEmpty() && file.isEmpty()) {
            throw new RefusedFileException(RefusedFileException.Reason.NONE, "");
        }
        if (file.getSize() > Content.FILE_BYTES) {
            throw RefusedFileException.tooLarge(name, file.getSize());
        }
        if (path == null || path.isBlank()) {
            return attachments.add(day, name, file.getBytes());
        }
        AttachmentPath exactly = AttachmentPath.of(path)
                .orElseThrow(() -> new RefusedFileException(RefusedFileException.Reason.PATH, path));
        return attachments.attach(day, exactly, file.getBytes());
    }

    @PostMapping("/remove")
    String remove(@PathVariable String date, @RequestParam(defaultValue = "") String path) {
        LocalDate day = Days.of(date);
        try {
            AttachmentPath there = AttachmentPath.of(path).orElseThrow(Days.NothingHere::new);
            boolean removed = attachments.remove(day, there);
            return "redirect:" + DayFiles.page(day) + (removed ? "?removed=" + encoded(there.name()) : "");
        } catch (UnknownEntryException gone) {
            throw new Days.NothingHere();
        }
    }

    private String words(RefusedFileException refused, Locale locale) {
        return messages.getMessage(REFUSED + refused.reason().code(), refused.arguments(), locale);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
