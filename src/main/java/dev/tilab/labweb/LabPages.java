package dev.tilab.labweb;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.simulation.lab.Lab;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of the labs: the list, and one page per lab whose address is the run that it shows. */
@Controller
@RequestMapping(LabAddress.PAGES)
class LabPages {

    /** A page is worth more than its figures: it does not wait for them longer than nobody minds. */
    private static final long PATIENCE_MILLIS = 50;

    private final LabCatalogue labs;
    private final LabTexts texts;
    private final RunGate gate;
    private final StoryStills stills;

    LabPages(LabCatalogue labs, LabTexts texts, RunGate gate) {
        this.labs = labs;
        this.texts = texts;
        this.gate = gate;
        stills = new StoryStills(gate);
    }

    @GetMapping
    String list(Model model, Locale locale) {
        model.addAttribute(
                "labs",
                labs.all().stream()
                        .map(lab -> LabDescription.of(lab, texts, locale))
                        .toList());
        model.addAttribute("stills", stills(locale));
        return "labs/index";
    }

    private Map<String, String> stills(Locale locale) {
        Map<String, String> stills = new HashMap<>();
        for (Lab<?> lab : labs.all()) {
            Labs.still(lab).ifPresent(still -> stills.put(lab.id(), still.svg(lab.id(), texts.in(locale))));
        }
        return stills;
    }

    /**
     * The page of a lab. An address without a run leads to the run of the first preset. A query that describes no run shows
     * the page with status 400: every field as it was typed, every problem named.
     */
    @GetMapping("/{lab}")
    String page(
            @PathVariable("lab") String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Lab<?> lab = labs.find(id);
        if (request.getParameterMap().isEmpty()) {
            return "redirect:" + (Visits.isFirst(lab, request) ? LabAddress.story(lab, 1) : first(lab));
        }
        if (request.getParameterMap().containsKey(LabAddress.STORY)
                && !lab.story().isEmpty()) {
            return story(lab, request, response, model, locale);
        }
        LabQuery query = LabQuery.of(lab, request.getParameterMap());
        model.addAttribute("wholeStage", StageView.isWhole(request));
        try {
            LabRun<?> run = query.read(lab);
            show(lab, LabPage.of(run, figures(run, locale)), model, locale);
            model.addAttribute("asksFor", new AskedFor(lab, null));
            model.addAttribute("note", note(run, locale));
        } catch (BadQueryException bad) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            show(lab, LabPage.of(bad, query, texts.problems(bad, locale)), model, locale);
        }
        if (query.isOfAnotherVersion(lab)) {
            model.addAttribute(
                    "otherVersion", texts.text("labs.other-version", locale, query.version(), lab.version()));
        }
        model.addAttribute("texts", texts.forBrowser(lab, locale));
        return "labs/" + id;
    }

    /** The address of the first preset. */
    private static String first(Lab<?> lab) {
        Map<String, String> values = lab.presets().get(0).values();
        return LabAddress.page(
                lab, new LabQuery(values, lab.version(), List.of()).read(lab).query());
    }

    /** The same page as far as its story has come: the stage and one sentence. Having been here is remembered. */
    private String story(
            Lab<?> lab, HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        try {
            StoryRow step = StoryRow.read(lab, request.getParameterMap(), gate, texts, locale);
            Visits.remember(lab, response);
            show(lab, LabPage.of(step.run(), figures(step.run(), locale)), model, locale);
            model.addAttribute("asksFor", new AskedFor(lab, step.query()));
            model.addAttribute("step", step);
            model.addAttribute("note", note(step.run(), locale));
            boolean untouched = request.getParameterMap().size() == 1;
            double seen = step.ask() == null ? step.to() : step.ask().at();
            model.addAttribute("still", drawn(step, seen, untouched, locale));
            if (step.ask() != null) {
                model.addAttribute("ended", drawn(step, step.to(), untouched, locale));
            }
        } catch (BadQueryException bad) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            show(
                    lab,
                    LabPage.of(bad, new LabQuery(Map.of(), lab.version(), List.of()), texts.problems(bad, locale)),
                    model,
                    locale);
        }
        model.addAttribute("texts", texts.forBrowser(lab, locale));
        return "labs/" + lab.id();
    }

    /**
     * What somebody sees who sees no moving picture.
     *
     * @param svg the element
     * @param said its figures, in a sentence a lane
     */
    record Drawn(String svg, List<String> said) {}

    private @Nullable Drawn drawn(StoryRow step, double atSeconds, boolean untouched, Locale locale) {
        String lab = step.run().lab().id();
        return stills.of(step, atSeconds, untouched)
                .map(still -> new Drawn(still.svg(lab, texts.in(locale)), still.said(lab, texts.in(locale))))
                .orElse(null);
    }

    /**
     * The run that the page's scripts ask for first.
     *
     * @param api address of the lab's API
     * @param query null for the page's own
     */
    record AskedFor(String api, @Nullable String query) {

        AskedFor(Lab<?> lab, @Nullable String query) {
            this(LabAddress.API + "/" + lab.id(), query);
        }
    }

    /**
     * What is handed to today's entry by whoever has no script, and what the script shortens an address by.
     *
     * @param title the situation in words
     * @param address of the run, from the root of the application
     */
    record Note(String title, String address, String defaults) {}

    private Note note(LabRun<?> run, Locale locale) {
        Lab<?> lab = run.lab();
        Map<String, String> values = run.scenario().values();
        return new Note(
                NoteTitle.of(lab, values, run.query(), texts, locale),
                LabAddress.page(lab, ShortQuery.of(lab, values)),
                ShortQuery.defaults(lab));
    }

    /** A page comes at once: the figures of a long run are left to the API, and a busy machine shows its page without them. */
    private LabPage.Figures figures(LabRun<?> run, Locale locale) {
        long nanos = run.summaryNanos();
        if (nanos > RunGate.SHORT_NANOS) {
            return LabPage.Figures.missing(texts.text("labs.long-run", locale, LabRun.seconds(nanos)));
        }
        try {
            return new LabPage.Figures(gate.runShort(run::summary, PATIENCE_MILLIS), null);
        } catch (RunStoppedException longAfterAll) {
            return LabPage.Figures.missing(texts.text("labs.long-run", locale, LabRun.seconds(nanos)));
        } catch (BusyException busy) {
            return LabPage.Figures.missing(texts.text("labs.busy.detail", locale, busy.retryAfterSeconds()));
        }
    }

    private void show(Lab<?> lab, LabPage page, Model model, Locale locale) {
        Optional<String> situation = page.presets().stream()
                .filter(LabPage.PresetLink::current)
                .map(preset -> "preset." + preset.id())
                .findFirst();
        model.addAttribute("heading", texts.of(lab, situation.orElse("name"), locale));
        model.addAttribute(
                "situation", texts.of(lab, situation.map(key -> key + ".text").orElse("summary"), locale));
        model.addAllAttributes(Map.of(
                "lab", page.lab(),
                "parameters", page.parameters(),
                "values", page.values(),
                "query", page.query(),
                "presets", page.presets(),
                "actions", page.actions(),
                "problems", page.problems(),
                "runHref", page.runHref(),
                "timelineHref", page.timelineHref()));
        model.addAttribute("storyHref", lab.story().isEmpty() ? null : LabAddress.story(lab, 1));
        model.addAttribute("groups", page.groups());
        model.addAttribute("version", lab.version());
        model.addAttribute("interventions", page.interventions());
        model.addAttribute("claims", page.claims());
        model.addAttribute("summary", page.figures().summary());
        model.addAttribute("notice", page.figures().notice());
    }
}
