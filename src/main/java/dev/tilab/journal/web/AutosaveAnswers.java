package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.support.DayWords;
import dev.tilab.support.StoreException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a page that saves by itself is answered; js/journal/saver.js reads it. */
@Component
class AutosaveAnswers {

    private final EditPages pages;
    private final MessageSource messages;
    private final Clock clock;

    AutosaveAnswers(EditPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** What every page must know of the day that it saved, to go on from it. */
    static Map<String, Object> saved(Entry entry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("date", entry.date().toString());
        body.put("version", MadeFrom.of(entry).toString());
        body.put("savedAt", entry.updatedAt().toString());
        return body;
    }

    ResponseEntity<Map<String, Object>> notSaved(Saving.Outcome outcome, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        DayWords words = new DayWords(messages, locale, clock.getZone());
        HttpHeaders headers = new HttpHeaders();
        body.put("problems", pages.problems(outcome, words).all());
        if (outcome instanceof Saving.TooLarge large) {
            body.put("message", words.message("journal.too-large", large.limit(), large.actual()));
        }
        if (outcome instanceof Saving.NotStored failed) {
            body.put("message", words.message("error." + failed.why().kind() + ".autosave"));
            headers.set(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        }
        body.put("reason", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(EditPages.status(outcome)).headers(headers).body(body);
    }
}
