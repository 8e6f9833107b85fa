package dev.tilab.labweb;

import dev.tilab.labs.elb.doctor.DoctorLab;
import dev.tilab.labs.elb.doctor.DoctorScenario;
import dev.tilab.simulation.lab.InvalidScenarioException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The doctor's page. Its address is the patient and everything that was done, so whoever has no script does the next thing by a link
 * that adds it.
 */
@Controller
class DoctorPage {

    private static final String SCENE = "scene";
    private static final String LAB = LabAddress.PAGES + "/elb";
    private static final String ADDRESS = LAB + "/doctor";

    private final LabTexts texts;

    DoctorPage(LabTexts texts) {
        this.texts = texts;
    }

    /**
     * What is known of a patient.
     *
     * @param title what the case is called in a note
     * @param address where it is seen again
     */
    record Note(String title, String address) {}

    /** The second scene of the lab has a page of its own. */
    @GetMapping(path = LAB, params = SCENE + "=doctor")
    String scene(HttpServletRequest request) {
        Map<String, String> rest = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(SCENE)) {
                rest.put(name, values[0]);
            }
        });
        String query = LabQuery.write(rest);
        return "redirect:" + ADDRESS + (query.isEmpty() ? "" : "?" + query);
    }

    /** A query that describes no diagnosis shows its patient as before anything was done, and every problem, with status 400. */
    @GetMapping(ADDRESS)
    String page(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        DoctorScenario scenario;
        List<LabTexts.ProblemRow> problems = List.of();
        try {
            scenario = DoctorQuery.read(request.getParameterMap());
        } catch (InvalidScenarioException invalid) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            scenario = DoctorQuery.untouched(request.getParameterMap());
            problems = DoctorQuery.problems(invalid, texts, locale);
        }
        model.addAttribute("diagnosis", DoctorLab.diagnose(scenario, texts.in(locale)));
        model.addAttribute("diagnosisHref", DiagnosisApi.ADDRESS);
        model.addAttribute("patient", scenario.patient());
        model.addAttribute("acts", scenario.text());
        model.addAttribute(
                "next",
                BigDecimal.valueOf(scenario.nextTenths(), 1)
                        .stripTrailingZeros()
                        .toPlainString());
        model.addAttribute("places", DoctorLab.places(scenario.patient()));
        model.addAttribute("patients", DoctorLab.patients());
        model.addAttribute("problems", problems);
        model.addAttribute("texts", texts.forBrowser("doctor", locale));
        String acts = scenario.text().isEmpty() ? "" : "&" + DoctorQuery.ACTS + "=" + scenario.text();
        model.addAttribute(
                "note",
                new Note(
                        texts.text("doctor.note.title", locale, Long.toString(scenario.patient())),
                        ADDRESS + "?" + DoctorQuery.PATIENT + "=" + scenario.patient() + acts));
        return "labs/doctor";
    }
}
