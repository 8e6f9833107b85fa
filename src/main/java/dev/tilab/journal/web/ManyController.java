package dev.tilab.journal.web;

import dev.tilab.journal.transfer.Decision;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.CarriedChoice;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes many files as their owner has decided about each. What cannot be done as it was decided is asked once more. */
@Controller
class ManyController {

    private final Imports imports;
    private final ManyPages pages;
    private final MessageSource messages;

    ManyController(Imports imports, ManyPages pages, MessageSource messages) {
        this.imports = imports;
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * @param form {@code parcel} with the files, {@code date.N}, {@code step.N}, {@code seen.N} of each by its number, and of parts that
     *     were sent before this one {@code before.create}, how often something was done
     */
    @PostMapping("/journal/import/many")
    String take(
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        List<Parcels.Numbered> files;
        try {
            files = Parcels.read(form.getOrDefault("parcel", List.of()));
        } catch (IllegalArgumentException changedOnTheWay) {
            return broken(model, locale, response);
        }
        List<Decision> decided =
                files.stream().map(file -> decision(file, form)).toList();
        Imports.Taken taken = imports.take(decided);
        StoreException failed = taken.failed();
        if (failed != null) {
            response.setStatus(failed.reason().status().value());
            response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
            String key = "error." + failed.reason().kind() + ".form";
            model.addAttribute("notStored", messages.getMessage(key, null, locale));
        }
        Map<Step, Integer> before = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            before.put(step, Days.count(form.getFirst("before." + step.id())));
        }
        return pages.result(files, decided, taken.files(), before, model, locale);
    }

    /**
     * Shows the question once more, with what was decided so far: in the language that was pressed, or because the page was loaded
     * anew. Nothing is saved.
     *
     * @param form as for {@link #take}, and {@code aside} with the files about which nothing is decided
     */
    @PostMapping("/journal/import/many/again")
    String again(
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale spoken = CarriedChoice.take(request, response, model, locale);
        try {
            List<Parcels.Numbered> files = Parcels.read(form.getOrDefault("parcel", List.of()));
            String aside = form.getFirst("aside");
            Map<Integer, Decision> decided = new HashMap<>();
            for (Parcels.Numbered file : files) {
                if (form.containsKey("date." + file.number())) {
                    decided.put(file.number(), decision(file, form));
                }
            }
            return pages.again(
                    files, aside == null || aside.isEmpty() ? List.of() : Aside.read(aside), decided, model, spoken);
        } catch (IllegalArgumentException changedOnTheWay) {
            return broken(model, spoken, response);
        }
    }

    private String broken(Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", messages.getMessage("journal.import.broken", null, locale));
        return "journal/import";
    }

    private static Decision decision(Parcels.Numbered file, MultiValueMap<String, String> form) {
        String step = String.valueOf(form.getFirst("step." + file.number()));
        String[] seen = String.valueOf(form.getFirst("seen." + file.number())).split("@", 2);
        return new Decision(
                file.name(),
                file.bytes(),
                Days.read(form.getFirst("date." + file.number())).orElse(null),
                Stream.of(Step.CREATE, Step.REPLACE, Step.ADD)
                        .filter(known -> known.id().equals(step))
                        .findFirst()
                        .orElse(Step.SKIP),
                Days.read(seen[0]).orElse(null),
                seen.length < 2 ? -1 : Days.count(seen[1]),
                file.files());
    }
}
