package dev.tilab.journal.web.api;

import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.Entry;
import dev.tilab.journal.Eraser;
import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.ImportProposal;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.Origins;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.NotTextException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Days for programs. The mappings name no media types: {@link Form} chooses among them, so that a refusal, too, is explained
 * in the reader's language.
 */
@RestController
@RequestMapping(EntriesApi.PATH)
class EntriesApi {

    static final String PATH = "/api/v1/entries";

    private final Journal journal;
    private final Eraser eraser;
    private final MessageSource messages;

    EntriesApi(Journal journal, Eraser eraser, MessageSource messages) {
        this.journal = journal;
        this.eraser = eraser;
        this.messages = messages;
    }

    @GetMapping
    ResponseEntity<PageJson> list(@RequestParam Map<String, String> query) {
        ListQuery asked = ListQuery.of(query);
        PageJson page = PageJson.of(
                asked, journal.between(asked.from(), asked.to(), PageRequest.of(asked.page(), asked.size())));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(page);
    }

    @PostMapping
    ResponseEntity<Object> write(@RequestParam(required = false) String date, HttpServletRequest request, Locale locale)
            throws IOException, NotTextException, HttpMediaTypeException {
        Form answer = Form.accepted(request);
        Entry entry = Form.sent(request) == Form.JSON
                ? journal.write(new EntryBody(Body.json(request)).fields(null), locale)
                : bring(date, Body.file(request), Body.fileName(request));
        return answer(entry, HttpStatus.CREATED, answer, locale);
    }

    /** The day is the one asked for, else the file name's, else the text's. */
    private Entry bring(String asked, byte[] file, String fileName) throws NotTextException {
        LocalDate date = asked == null || asked.isBlank() ? null : Days.of("date", asked);
        if (date == null) {
            ImportProposal proposal = journal.propose(file, fileName);
            if (proposal.indexPage()) {
                throw new InvalidEntryException(List.of(new FieldProblem("", null, "index-page", Map.of())));
            }
            date = proposal.date().orElse(null);
        }
        return journal.bring(date, file, fileName);
    }

    @GetMapping("/{date}")
    ResponseEntity<Object> read(@PathVariable String date, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeException {
        Form answer = Form.accepted(request);
        return answer(existing(date), HttpStatus.OK, answer, locale);
    }

    /** On a day that is free it creates; a file that is there already, byte for byte, is no change, whatever version is named. */
    @PutMapping("/{date}")
    ResponseEntity<Object> save(
            @PathVariable String date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) List<String> ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) List<String> ifNoneMatch,
            HttpServletRequest request,
            Locale locale)
            throws IOException, NotTextException, HttpMediaTypeException {
        Form answer = Form.accepted(request);
        Form sent = Form.put(request);
        LocalDate day = Days.of("date", date);
        Entry before = journal.find(day).orElse(null);
        boolean onlyNew = Versions.onlyNew(ifNoneMatch, before);
        if (before == null && ifMatch != null) {
            throw new UnknownEntryException(day);
        }
        try {
            if (sent == Form.MARKDOWN) {
                byte[] file = Body.file(request);
                if (before == null) {
                    return answer(journal.bring(day, file, Body.fileName(request)), HttpStatus.CREATED, answer, locale);
                }
                if (Arrays.equals(before.bytes(), file)) {
                    return answer(before, HttpStatus.OK, answer, locale);
                }
                long version = Versions.required(ifMatch, before);
                return answer(journal.replace(day, version, file), HttpStatus.OK, answer, locale);
            }
            if (before == null) {
                DayFields fields = new EntryBody(Body.json(request)).fieldsOn(day);
                return answer(journal.write(fields, locale), HttpStatus.CREATED, answer, locale);
            }
        } catch (DateTakenException raced) {
            throw onlyNew ? new ExistsException(raced.existing()) : raced;
        }
        long version = Versions.required(ifMatch, before);
        DayFields edited = new EntryBody(Body.json(request)).fields(before);
        Entry after = journal.edit(day, version, Origins.match(before.fields(), edited));
        return answer(after, HttpStatus.OK, answer, locale);
    }

    @DeleteMapping("/{date}")
    ResponseEntity<Void> trash(
            @PathVariable String date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) List<String> ifMatch) {
        Entry before = existing(date);
        journal.trash(before.date(), Versions.required(ifMatch, before));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{date}/restore")
    ResponseEntity<Object> restore(@PathVariable String date, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeException {
        Form answer = Form.accepted(request);
        LocalDate day = Days.of("date", date);
        try {
            return answer(journal.restore(day), HttpStatus.OK, answer, locale);
        } catch (UnknownEntryException notInTrash) {
            Entry there = journal.find(day).orElse(null);
            if (there != null) {
                throw new DateTakenException(there);
            }
            throw new NotInTrashException(day);
        }
    }

    /** Deletes for good what is in the trash of the day. */
    @DeleteMapping("/{date}/trash")
    ResponseEntity<Void> eraseTrash(@PathVariable String date) {
        LocalDate day = Days.of("date", date);
        try {
            eraser.trash(day);
        } catch (UnknownEntryException nothing) {
            throw new NotInTrashException(day);
        }
        return ResponseEntity.noContent().build();
    }

    /** Deletes for good what the day said before; what it says now stays. */
    @DeleteMapping("/{date}/versions")
    ResponseEntity<Void> eraseVersions(@PathVariable String date) {
        eraser.versions(Days.of("date", date));
        return ResponseEntity.noContent().build();
    }

    /** Every other method, so that the answer can say what this address knows. */
    @RequestMapping
    ResponseEntity<Void> other(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS);
    }

    @RequestMapping("/{date}")
    ResponseEntity<Void> otherOfDay(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);
    }

    @RequestMapping({"/{date}/trash", "/{date}/versions"})
    ResponseEntity<Void> otherOfErasing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return other(request, HttpMethod.DELETE, HttpMethod.OPTIONS);
    }

    @RequestMapping("/{date}/restore")
    ResponseEntity<Void> otherOfRestore(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return other(request, HttpMethod.POST, HttpMethod.OPTIONS);
    }

    static ResponseEntity<Void> other(HttpServletRequest request, HttpMethod... known)
            throws HttpRequestMethodNotSupportedException {
        if (request.getMethod().equals("OPTIONS")) {
            return ResponseEntity.ok().allow(known).build();
        }
        throw new HttpRequestMethodNotSupportedException(
                request.getMethod(),
                List.of(known).stream().map(HttpMethod::name).toList());
    }

    private Entry existing(String date) {
        LocalDate day = Days.of("date", date);
        return journal.find(day).orElseThrow(() -> new UnknownEntryException(day));
    }

    private ResponseEntity<Object> answer(Entry entry, HttpStatus status, Form form, Locale locale) {
        URI location = URI.create(PATH + "/" + entry.date());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .eTag(Versions.eTag(entry))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .header(HttpHeaders.CONTENT_LOCATION, location.toString());
        if (status == HttpStatus.CREATED) {
            answer.location(location);
        }
        if (form == Form.MARKDOWN) {
            return answer.contentType(form.type(entry.charset()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, fileName(entry).toString())
                    .body(entry.bytes());
        }
        return answer.contentType(form.type()).body(EntryJson.of(entry, messages, locale));
    }

    private static ContentDisposition fileName(Entry entry) {
        return ContentDisposition.attachment().filename(entry.date() + ".md").build();
    }
}
