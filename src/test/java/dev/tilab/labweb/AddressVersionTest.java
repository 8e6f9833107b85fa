package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.Labs;
import dev.tilab.labweb.LabPage.PresetLink;
import dev.tilab.labweb.LabTexts.ProblemRow;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever opens an address of last year sees the run of today's model, and is told so where the two may differ. */
class AddressVersionTest {

    private static final String PAGE = "/labs/load-balancing";
    private static final String RUN = "?strategies=hash&at=5s:stop:target-1";

    /** The same lab before and after its model changed twice. */
    private final MockMvc first = LabMvc.of(new CannedLab());

    private final MockMvc third = LabMvc.of(new ThirdVersion());

    private static final class ThirdVersion extends CannedLab {
        @Override
        public int version() {
            return 3;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&v=1", "&v="})
    void aLabThatNeverChangedSaysNothingAndItsAddressesAreAsTheyWere(String version) throws Exception {
        Map<String, Object> page = model(first, RUN + version, 200);

        assertThat(page.get("otherVersion")).isNull();
        assertThat(links(page)).hasSize(6).noneMatch(link -> link.contains("v="));
        assertThat(html(new CannedLab(), RUN + version, "en")).doesNotContain("name=\"v\"", "other-version");
    }

    /** An address that names none was written down before there were versions. */
    @ParameterizedTest
    @CsvSource({"'', 1", "&v=1, 1", "&v=2, 2", "&v=4, 4"})
    void anAddressOfAnotherVersionSaysSoInBothLanguages(String version, String named) throws Exception {
        assertThat(html(new ThirdVersion(), RUN + version, "en"))
                .containsOnlyOnce("id=\"other-version\"")
                .contains("version " + named + " of the lab’s model, and this is version 3");
        assertThat(html(new ThirdVersion(), RUN + version, "ko"))
                .containsOnlyOnce("id=\"other-version\"")
                .contains("모델 버전 " + named + "에서", "지금은 버전 3");
    }

    @Test
    void anAddressOfThisVersionSaysNothing() throws Exception {
        assertThat(html(new ThirdVersion(), RUN + "&v=3", "en")).doesNotContain("other-version");
    }

    /** Guards against a page that leads to addresses which would call themselves old at once. */
    @Test
    void whatAPageLeadsToAndHandsToANoteIsOfThisVersion() throws Exception {
        Map<String, Object> page = model(third, RUN + "&v=1", 200);

        assertThat(links(page)).hasSize(6).allMatch(link -> link.endsWith("&v=3"));
        assertThat(html(new ThirdVersion(), RUN, "en"))
                .containsOnlyOnce("<input type=\"hidden\" name=\"v\" value=\"3\">");
        String address = third.perform(get(PAGE))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).endsWith("&v=3");
        assertThat(model(third, address.substring(PAGE.length()), 200).get("otherVersion"))
                .isNull();
        third.perform(get("/api/v1/labs"))
                .andExpect(jsonPath("$.labs[0].version").value(3))
                .andExpect(jsonPath("$.labs[0].presets[0].page").value(address));
    }

    /** Guards against a second copy of every run in every cache: the version says who asks, not what is computed. */
    @Test
    void aRunIsTheSameWhateverVersionItsAddressNames() throws Exception {
        Map<String, Object> page = model(third, RUN + "&v=2", 200);
        assertThat((String) page.get("timelineHref")).doesNotContain("v=");
        assertThat((String) page.get("runHref")).doesNotContain("v=");

        String timeline = "/api/v1/labs/load-balancing/timeline" + RUN;
        String tag = third.perform(get(timeline))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        assertThat(tag).isNotBlank();
        third.perform(get(timeline + "&v=2")).andExpect(status().isOk()).andExpect(header().string("ETag", tag));
        third.perform(get(timeline + "&v=3").header("If-None-Match", tag)).andExpect(status().isNotModified());
        third.perform(get("/api/v1/labs/load-balancing/run" + RUN + "&v=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scenario.v").doesNotExist());
    }

    @ParameterizedTest
    @CsvSource({
        "v=0, 0, out-of-range",
        "v=two, two, out-of-range",
        "v=99999, 99999, out-of-range",
        "v=2&v=3, '2, 3', repeated"
    })
    void aVersionThatIsNoneIsNamed(String version, String value, String code) throws Exception {
        List<?> problems =
                (List<?>) model(third, RUN + "&rate=nine&" + version, 400).get("problems");

        assertThat(problems)
                .extracting(problem -> ((ProblemRow) problem).parameter(), problem -> ((ProblemRow) problem).code())
                .containsExactly(tuple("rate", "not-a-number"), tuple("v", code));
        assertThat(((ProblemRow) problems.get(1)).value()).isEqualTo(value);
    }

    /** An address that describes no run any more may do so because the model changed. */
    @Test
    void anOldAddressThatIsNoRunSaysThatItIsOld() throws Exception {
        assertThat(model(third, RUN + "&colour=red", 400)).containsKey("otherVersion");
        assertThat(model(third, RUN + "&colour=red&v=3", 400)).doesNotContainKey("otherVersion");
    }

    @Test
    void noLabHasAParameterOfThisName() {
        assertThat(Labs.all())
                .allSatisfy(lab -> assertThat(lab.parameters())
                        .extracting(Parameter::id)
                        .doesNotContain(LabAddress.VERSION, "from", "runs"));
    }

    /** Situations, and a way to take back what was done. */
    private static List<String> links(Map<String, Object> page) {
        List<String> links = new ArrayList<>();
        ((List<?>) page.get("presets")).forEach(preset -> links.add(((PresetLink) preset).href()));
        ((List<?>) page.get("interventions")).forEach(done -> links.add(((InterventionRow) done).without()));
        links.add(((LabPages.Note) page.get("note")).address());
        return links;
    }

    private static Map<String, Object> model(MockMvc mvc, String query, int expected) throws Exception {
        return mvc.perform(get(URI.create(PAGE + query)))
                .andExpect(status().is(expected))
                .andReturn()
                .getModelAndView()
                .getModel();
    }

    /** Of a long run a page shows no figures, and the canned ones would not fit into its table. */
    private static String html(Lab<?> lab, String query, String language) throws Exception {
        return LabMvc.rendering(lab)
                .perform(get(PAGE + query + "&rate=1000&duration=1h").header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
