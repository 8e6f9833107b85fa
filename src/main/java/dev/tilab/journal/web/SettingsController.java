package dev.tilab.journal.web;

import dev.tilab.journal.JournalSettings;
import dev.tilab.journal.Settings;
import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person sets for their journal: their own names for sections, and what becomes of line ends. */
@Controller
class SettingsController {

    private final JournalSettings settings;
    private final MessageSource messages;

    SettingsController(JournalSettings settings, MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * One field of names.
     *
     * @param id name and id of the field, end of its message keys
     * @param text names as they were typed, one a line
     * @param problem what is wrong with one of them, or null
     */
    record Names(String id, String text, String problem) {}

    @GetMapping("/settings")
    String show(
            @RequestParam(required = false) Integer told,
            @RequestParam(defaultValue = "false") boolean reading,
            Model model) {
        Settings now = settings.current();
        Map<DaySection, String> typed = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            typed.put(section, String.join("\n", now.names().of(section)));
        }
        model.addAttribute("told", told);
        model.addAttribute("reading", reading);
        return show(typed, now.lineBreaks(), Map.of(), model);
    }

    @PostMapping("/settings")
    String put(
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "KEPT") String lineBreaks,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Map<DaySection, String> typed = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            typed.put(section, form.getOrDefault(section.path(), ""));
        }
        LineBreaks breaks = lineBreaks.equals(LineBreaks.JOINED.name()) ? LineBreaks.JOINED : LineBreaks.KEPT;
        NamesTyped names = NamesTyped.of(typed);
        if (names.problems().isEmpty()) {
            OptionalInt different = settings.put(OwnNames.of(names.names()), breaks);
            return "redirect:/settings?" + (different.isPresent() ? "told=" + different.getAsInt() : "reading=true");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<DaySection, String> problems = new EnumMap<>(DaySection.class);
        names.problems().forEach((section, problem) -> problems.put(section, words(problem, locale)));
        return show(typed, breaks, problems, model);
    }

    private static String show(
            Map<DaySection, String> typed, LineBreaks breaks, Map<DaySection, String> problems, Model model) {
        List<Names> fields = typed.entrySet().stream()
                .map(one -> new Names(one.getKey().path(), one.getValue(), problems.get(one.getKey())))
                .toList();
        model.addAttribute("names", fields);
        model.addAttribute("joined", breaks == LineBreaks.JOINED);
        return "journal/settings";
    }

    private String words(NamesTyped.Wrong wrong, Locale locale) {
        DaySection other = wrong.other();
        String section = other == null ? "" : messages.getMessage("journal.settings." + other.path(), null, locale);
        Object[] arguments = {wrong.name(), section, OwnNames.LONGEST, OwnNames.MOST};
        return messages.getMessage("journal.settings.problem." + wrong.code(), arguments, locale);
    }
}
