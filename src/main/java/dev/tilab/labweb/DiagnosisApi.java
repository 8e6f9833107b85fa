package dev.tilab.labweb;

import dev.tilab.labs.elb.doctor.DoctorLab;
import dev.tilab.labs.elb.doctor.DoctorScenario;
import dev.tilab.simulation.lab.Still;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a patient of the doctor by what was done so far. */
@RestController
class DiagnosisApi {

    static final String ADDRESS = LabAddress.API + "/elb/diagnosis";

    /** Two minutes of a small shop, in nominal nanoseconds. */
    private static final long NANOS = 6_000_000;

    private final LabTexts texts;
    private final RunAnswers answers;

    DiagnosisApi(LabTexts texts, RunAnswers answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @GetMapping(ADDRESS)
    Object diagnosis(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        DoctorScenario scenario = DoctorQuery.read(request.getParameterMap());
        Still.Words words = texts.in(locale);
        return answers.answer(NANOS, () -> LabJson.write(DoctorLab.diagnose(scenario, words)), request, response);
    }
}
