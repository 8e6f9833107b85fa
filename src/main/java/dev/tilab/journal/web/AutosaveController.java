package dev.tilab.journal.web;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same form, sent by the page itself while somebody writes; the answer tells the form what to send next time. */
@RestController
class AutosaveController {

    private final Saving saving;
    private final AutosaveAnswers answers;

    AutosaveController(Saving saving, AutosaveAnswers answers) {
        this.saving = saving;
        this.answers = answers;
    }

    @PostMapping(path = "/journal", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> create(@RequestParam Map<String, String> inputs, Locale locale) {
        EntryForm form = EntryForm.sent(inputs);
        return answer(saving.save(null, form, locale), form, HttpStatus.CREATED, locale);
    }

    @PostMapping(path = "/journal/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> save(
            @PathVariable String date, @RequestParam Map<String, String> inputs, Locale locale) {
        EntryForm form = EntryForm.sent(inputs);
        return answer(saving.save(Days.of(date), form, locale), form, HttpStatus.OK, locale);
    }

    private ResponseEntity<Map<String, Object>> answer(
            Saving.Outcome outcome, EntryForm form, HttpStatus ok, Locale locale) {
        if (outcome instanceof Saving.Saved saved) {
            Map<String, Object> body = AutosaveAnswers.saved(saved.entry());
            DayFields now = Comparison.onto(saved.sent().fields(), saved.entry().fields());
            DaySection.lists()
                    .forEach(list -> body.put(
                            list.path(),
                            origins(now.rows(list), saved.sent().places().get(list), form.rows(list))));
            return ResponseEntity.status(ok).body(body);
        }
        return answers.notSaved(outcome, locale);
    }

    /** For every row of the form, also the ones that were left out, where it stands in the stored day. */
    private static List<Integer> origins(List<DayRow> stored, List<Integer> places, List<DayRow> inForm) {
        List<Integer> out = new ArrayList<>(Collections.nCopies(inForm.size(), DayFields.NEW));
        for (int at = 0; at < places.size(); at++) {
            out.set(places.get(at), stored.get(at).origin());
        }
        return out;
    }
}
