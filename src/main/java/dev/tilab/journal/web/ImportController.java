package dev.tilab.journal.web;

import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.Entry;
import dev.tilab.journal.ImportProposal;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.Limits;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.transfer.Done;
import dev.tilab.journal.transfer.ImportRefusedException;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.journal.transfer.SentFile;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.CarriedChoice;
import dev.tilab.support.DayWords;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Bringing in one file. What is clear is stored at once; what is not is asked, and the file's bytes travel through the question
 * as Base64, because a text field would change its line ends and its encoding. Several files, and archives, are looked at by
 * {@link ManyPages} before anything is stored.
 */
@Controller
class ImportController {

    private final Journal journal;
    private final ImportPages pages;
    private final ManyPages many;
    private final MessageSource messages;
    private final Clock clock;

    ImportController(Journal journal, ImportPages pages, ManyPages many, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.pages = pages;
        this.many = many;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journal/import")
    String ask(Model model) {
        CarriedChoice.offer(model, "files", "/journal/import/typed");
        return "journal/import";
    }

    /** Whoever loads an answer's address anew without its form begins anew. */
    @GetMapping({
        "/journal/import/many",
        "/journal/import/many/again",
        "/journal/import/confirm",
        "/journal/import/typed"
    })
    String begin() {
        return "redirect:/journal/import";
    }

    /** The same page in another language, with what was pasted; files have to be chosen again, as browsers hand out no paths. */
    @PostMapping("/journal/import/typed")
    String typed(
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarriedChoice.take(request, response, model, locale);
        model.addAttribute("pasted", text);
        return ask(model);
    }

    @PostMapping("/journal/import")
    String read(HttpServletRequest request, Model model, Locale locale, HttpServletResponse response)
            throws IOException {
        String text = "";
        List<SentFile> sent;
        try {
            // Asked for here and not as arguments, so that a form with too much in it is refused on its own page.
            text = Objects.requireNonNullElse(request.getParameter("text"), "");
            MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            sent = sent(form == null ? List.of() : form.getFiles("file"), text);
        } catch (MultipartException tooMuch) {
            return refuse(
                    text, word(locale).message("error.413-import.api"), HttpStatus.CONTENT_TOO_LARGE, model, response);
        }
        if (sent.isEmpty()) {
            return refuse(
                    text,
                    word(locale).message("journal.import.empty"),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    model,
                    response);
        }
        byte[] bytes = sent.get(0).bytes();
        String name = sent.get(0).name();
        if (sent.size() > 1 || Imports.isArchive(name, bytes)) {
            try {
                return many.plan(sent, model, locale);
            } catch (ImportRefusedException tooMuch) {
                return refuse(text, many.why(tooMuch, locale), HttpStatus.CONTENT_TOO_LARGE, model, response);
            }
        }
        if (bytes.length > Limits.FILE_BYTES) {
            String why =
                    word(locale).message("transfer.refused.file", shown(name, locale), bytes.length, Limits.FILE_BYTES);
            return refuse(text, why, HttpStatus.CONTENT_TOO_LARGE, model, response);
        }
        try {
            ImportProposal proposal = journal.propose(bytes, name);
            if (proposal.document().text().isBlank()) {
                String why = word(locale).message("transfer.refused.empty", shown(name, locale));
                return refuse(text, why, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
            }
            if (proposal.identical()) {
                return "redirect:/journal/" + proposal.date().orElseThrow() + "?told=identical";
            }
            if (ImportPages.clear(proposal)) {
                return stored(journal.bring(proposal.date().orElseThrow(), bytes, name));
            }
            return pages.confirm(model, locale, proposal, name, bytes, null, null);
        } catch (NotTextException noText) {
            String why = pages.why(noText, nameOf(name), locale);
            return refuse(text, why, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        } catch (InvalidEntryException wrong) {
            return refuse(text, pages.why(wrong, locale), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        } catch (DateTakenException taken) {
            return again(bytes, name, taken.existing(), null, HttpStatus.CONFLICT, model, locale, response);
        } catch (StoreException failed) {
            return notStored(bytes, name, failed, model, locale, response);
        }
    }

    /**
     * @param content the file, Base64
     * @param taken the day whose entry was shown on the page, to be put into the trash
     * @param version which version of it
     * @param action {@code replace} puts the entry that has the day into the trash, {@code add} puts the file behind what it says
     */
    @PostMapping("/journal/import/confirm")
    String confirm(
            @RequestParam String content,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String taken,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "store") String action,
            Model model,
            Locale before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = CarriedChoice.take(request, response, model, before);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException changedOnTheWay) {
            return refuse("", word(locale).message("journal.import.broken"), HttpStatus.BAD_REQUEST, model, response);
        }
        if (CarriedChoice.isMade(request)) {
            Entry existing = Days.read(taken).flatMap(journal::find).orElse(null);
            String page = again(bytes, fileName, existing, null, HttpStatus.OK, model, locale, response);
            model.addAttribute("date", date);
            return page;
        }
        Optional<LocalDate> day =
                Days.read(date).filter(d -> !d.isBefore(Limits.FIRST_DAY) && !d.isAfter(Limits.LAST_DAY));
        if (day.isEmpty()) {
            String problem = word(locale).message("journal.import.no-date");
            return again(bytes, fileName, null, problem, HttpStatus.UNPROCESSABLE_CONTENT, model, locale, response);
        }
        try {
            boolean seen = day.get().toString().equals(taken);
            if (action.equals("add") && seen) {
                return added(day.get(), version, bytes, fileName, model, locale, response);
            }
            boolean replace = action.equals("replace") && seen;
            return stored(
                    replace
                            ? pages.replace(day.get(), version, bytes, nameOf(fileName))
                            : journal.bring(day.get(), bytes, nameOf(fileName)));
        } catch (DateTakenException
                | dev.tilab.journal.StaleEntryException
                | dev.tilab.journal.UnknownEntryException e) {
            Entry existing = journal.find(day.get()).orElse(null);
            return again(bytes, fileName, existing, null, HttpStatus.CONFLICT, model, locale, response);
        } catch (NotTextException noText) {
            return refuse("", pages.why(noText, fileName, locale), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        } catch (InvalidEntryException wrong) {
            return refuse("", pages.why(wrong, locale), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        } catch (RuntimeException e) {
            if (StoreException.explained(e) instanceof StoreException failed) {
                String page = notStored(bytes, nameOf(fileName), failed, model, locale, response);
                model.addAttribute("date", date);
                return page;
            }
            throw e;
        }
    }

    private String added(
            LocalDate day,
            long version,
            byte[] bytes,
            String name,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Imports.Taken taken = pages.add(day, version, bytes, nameOf(name));
        if (taken.failed() != null) {
            throw taken.failed();
        }
        Done done = taken.files().get(0);
        if (!done.open()) {
            return "redirect:/journal/" + day + "?told=" + (done.step() == Step.IDENTICAL ? "identical" : "imported");
        }
        Entry existing = journal.find(day).orElse(null);
        String why = word(locale)
                .message(
                        "transfer.skip." + done.why().code(),
                        done.why().arguments().toArray());
        return again(bytes, name, existing, why, HttpStatus.CONFLICT, model, locale, response);
    }

    private static List<SentFile> sent(List<MultipartFile> files, String text) throws IOException {
        List<SentFile> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            // A field in which nothing was chosen sends a file without a name.
            if (!file.isEmpty() || !nameOf(file.getOriginalFilename()).isEmpty()) {
                sent.add(new SentFile(pathOf(file.getOriginalFilename()), file.getBytes()));
            }
        }
        if (!text.isBlank()) {
            // A pasted text has lost its line ends on the way: browsers send CRLF whatever was there. LF is what
            // editors write.
            sent.add(new SentFile("", text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return sent;
    }

    private String shown(String name, Locale locale) {
        return name.isEmpty() ? word(locale).message("journal.import.pasted") : name;
    }

    private static String stored(Entry entry) {
        return "redirect:/journal/" + entry.date() + "?told=imported";
    }

    private String again(
            byte[] bytes,
            String name,
            Entry existing,
            String problem,
            HttpStatus status,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(status.value());
        try {
            return pages.confirm(model, locale, journal.propose(bytes, name), name, bytes, existing, problem);
        } catch (NotTextException noText) {
            return refuse("", pages.why(noText, name, locale), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
    }

    /** Shows what was sent once more, to be sent once more. */
    private String notStored(
            byte[] bytes,
            String name,
            StoreException failed,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        String why = word(locale).message("error." + failed.reason().kind() + ".form");
        response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        HttpStatus status = failed.reason().status();
        try {
            model.addAttribute("notStored", why);
            return again(bytes, name, null, null, status, model, locale, response);
        } catch (StoreException unreadable) {
            // Nothing can be asked without the journal. A file is still where it was taken from.
            return refuse(
                    name.isEmpty() ? new String(bytes, StandardCharsets.UTF_8) : "", why, status, model, response);
        }
    }

    private static String refuse(
            String pasted, String why, HttpStatus status, Model model, HttpServletResponse response) {
        CarriedChoice.offer(model, "files", "/journal/import/typed");
        model.addAttribute("pasted", pasted);
        model.addAttribute("problem", why);
        response.setStatus(status.value());
        return "journal/import";
    }

    /** A folder that was chosen sends its paths, and these may tell the day; one of a whole disk tells nothing. */
    private static String pathOf(String original) {
        String path = original == null ? "" : original.strip();
        return path.startsWith("/") || path.indexOf('\\') >= 0 ? nameOf(path) : path;
    }

    /** Some browsers send a path; only its last part is a name. */
    private static String nameOf(String original) {
        String name = original == null ? "" : original.strip();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private DayWords word(Locale locale) {
        return new DayWords(messages, locale, clock.getZone());
    }
}
