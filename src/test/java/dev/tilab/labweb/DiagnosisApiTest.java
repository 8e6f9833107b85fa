package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A case is passed on as an address: it must say the same to everybody, and not what nobody found out. */
class DiagnosisApiTest {

    private static final MockMvc MVC = LabMvc.of();
    private static final String ACTS = "probe:client@14,probe:subnet@18,probe:host@22,open:bind@30";

    @Test
    void theSameAddressGivesTheSameBytes() throws Exception {
        String once = diagnosis("33", ACTS, "en");

        assertThat(diagnosis("33", ACTS, "en")).isEqualTo(once);
        assertThat(once).startsWith("{\"patient\":33,\"kind\":\"").endsWith("\"best\":null},\"told\":null}");
    }

    /** Everything that is said has its words, in the language of whoever asks. */
    @Test
    void everyPatientSpeaksBothLanguages() throws Exception {
        for (int patient = 1; patient <= 20; patient++) {
            assertThat(diagnosis(Integer.toString(patient), ACTS, "en"))
                    .doesNotContain("diagnosis.")
                    .doesNotContainPattern("[가-힣]");
        }
        assertThat(diagnosis("1", "open:health-check@14", "ko")).contains("성공 코드");
    }

    @Test
    void whatIsWrongIsNamedWithItsFieldItsValueAndWhatIsAllowed() throws Exception {
        MVC.perform(get(DiagnosisApi.ADDRESS)
                        .param("patient", "1")
                        .param("acts", "probe:nowhere@14,open:bind@130")
                        .param("case", "7")
                        .header("Accept-Language", "ko"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Content-Language", "ko"))
                .andExpect(jsonPath("$.errors.length()").value(3))
                .andExpect(jsonPath("$.errors[0].field").value("acts"))
                .andExpect(jsonPath("$.errors[0].value").value("probe:nowhere@14"))
                .andExpect(jsonPath("$.errors[0].allowed.options").value("client,subnet,host"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("한 일 “probe:nowhere@14”: 탐침에는 client, subnet, host 가운데 하나를 써 주세요."))
                .andExpect(jsonPath("$.errors[1].allowed.max").value("119.9"))
                .andExpect(jsonPath("$.errors[2].field").value("case"))
                .andExpect(jsonPath("$.errors[2].code").value("unknown"));
        MVC.perform(get(DiagnosisApi.ADDRESS).param("patient", "1", "2"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("repeated"));
    }

    /** The lab's second scene has a page of its own; what was typed goes with the reader, and nothing else is made of it. */
    @Test
    void theSceneLeadsToItsPage() throws Exception {
        MVC.perform(get("/labs/elb?scene=doctor&patient=7&acts=open:bind@20"))
                .andExpect(redirectedUrl("/labs/elb/doctor?patient=7&acts=open:bind%4020"));
        MVC.perform(get("/labs/elb?scene=doctor")).andExpect(redirectedUrl("/labs/elb/doctor"));
        MVC.perform(get("/labs/elb").param("scene", "doctor").param("patient", "{7}\r\n//x"))
                .andExpect(redirectedUrl("/labs/elb/doctor?patient=%7B7%7D%0D%0A%2F%2Fx"));
    }

    /** Whoever has no script does the next thing by a link: it needs the acts so far and an instant that comes after them. */
    @Test
    void thePageHasWhatItsLinksAreMadeOf() throws Exception {
        MVC.perform(get("/labs/elb/doctor?patient=2&acts=repair:listener:80@30,probe:client@14"))
                .andExpect(status().isOk())
                .andExpect(view().name("labs/doctor"))
                .andExpect(model().attribute("patient", 2L))
                .andExpect(model().attribute("acts", "probe:client@14,repair:listener:80@30"))
                .andExpect(model().attribute("next", "38"))
                .andExpect(model().attribute("problems", List.of()))
                .andExpect(model().attribute(
                                "note",
                                new DoctorPage.Note(
                                        LabMvc.texts().text("doctor.note.title", Locale.ENGLISH, "2"),
                                        "/labs/elb/doctor?patient=2&acts=probe:client@14,repair:listener:80@30")));
        MVC.perform(get("/labs/elb/doctor"))
                .andExpect(model().attribute("patient", 1L))
                .andExpect(model().attribute("acts", ""))
                .andExpect(model().attribute("next", "14"));
    }

    /** The patient stays, what is wrong is said, and nothing is done to it. */
    @Test
    void aPageWithABadActShowsItsPatientUntouched() throws Exception {
        MVC.perform(get("/labs/elb/doctor?patient=7&acts=open:cellar@20,probe:client@14")
                        .header("Accept-Language", "ko"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attribute("patient", 7L))
                .andExpect(model().attribute("acts", ""))
                .andExpect(result -> assertThat(String.valueOf(
                                result.getModelAndView().getModel().get("problems")))
                        .contains("열어 볼 곳은 scheme, subnet-route"));
        MVC.perform(get("/labs/elb/doctor?patient=nobody"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attribute("patient", 1L));
    }

    private static String diagnosis(String patient, String acts, String language) throws Exception {
        return MVC.perform(get(DiagnosisApi.ADDRESS)
                        .param("patient", patient)
                        .param("acts", acts)
                        .header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
