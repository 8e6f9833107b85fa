package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Single steps of stories, for the script that goes from one to the next and lets its reader change the run of one. */
@Controller
class StorySteps {

    private final LabCatalogue labs;
    private final RunGate gate;
    private final LabTexts texts;

    StorySteps(LabCatalogue labs, RunGate gate, LabTexts texts) {
        this.labs = labs;
        this.gate = gate;
        this.texts = texts;
    }

    /** The section of a page that holds the step, in the reader's language. */
    @GetMapping(LabAddress.PAGES + "/{lab}/step")
    String step(@PathVariable("lab") String id, HttpServletRequest request, Model model, Locale locale) {
        Lab<?> lab = labs.find(id);
        model.addAttribute("lab", lab.id());
        model.addAttribute("step", StoryRow.read(lab, request.getParameterMap(), gate, texts, locale));
        return "labs/story :: step";
    }
}
