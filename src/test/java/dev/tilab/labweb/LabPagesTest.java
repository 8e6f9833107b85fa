package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import dev.tilab.labweb.LabPage.Field;
import dev.tilab.labweb.LabPage.Option;
import dev.tilab.labweb.LabPage.PresetLink;
import dev.tilab.labweb.LabTexts.ProblemRow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** What the page of a lab gets to show. */
class LabPagesTest {

    private static final String PAGE = "/labs/load-balancing";

    private final CannedLab lab = new CannedLab();
    private final MockMvc mvc = LabMvc.of(lab);

    /** So that the address always holds the run. */
    @Test
    void aPageWithoutARunLeadsToTheFirstPreset() throws Exception {
        String address = mvc.perform(get(PAGE))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(address)
                .startsWith(
                        PAGE
                                + "?strategies=round-robin,least-connections,response-time&rate=9.5&duration=60s&warmUp=0s&arrivals=poisson&")
                .endsWith("&seed=11&at=0s:slow:target-2:3.5,20s:stop:target-4,40s:start:target-4");
        Map<String, Object> page = page(address, 200);
        assertThat(PAGE + "?" + page.get("query")).isEqualTo(address);
        assertThat(presets(page))
                .first()
                .isEqualTo(new PresetLink(
                        "one-slow-one-stopped",
                        address,
                        true,
                        lab.presets().get(0).opening()));
        assertThat(presets(page)).filteredOn(PresetLink::current).hasSize(1);
        mvc.perform(get("/labs/time-travel")).andExpect(status().isNotFound());
    }

    @Test
    void aRunComesWithItsFormItsFiguresAndItsAddresses() throws Exception {
        Map<String, Object> page = page(PAGE + "?strategies=hash&rate=12.50&targets=1,0.5", 200);

        assertThat(page.get("summary")).isInstanceOf(CannedLab.Figures.class);
        assertThat(page).containsEntry("notice", null).containsEntry("problems", List.of());
        assertThat(page.get("values"))
                .isEqualTo(lab.scenario(Map.of("strategies", "hash", "rate", "12.5", "targets", "1,0.5"))
                        .values());
        assertThat((String) page.get("query"))
                .startsWith("strategies=hash&rate=12.5&duration=60s&")
                .contains("&targets=1,0.5&");
        assertThat(page).containsEntry("runHref", "/api/v1/labs/load-balancing/run?" + page.get("query"));
        assertThat(page).containsEntry("timelineHref", "/api/v1/labs/load-balancing/timeline?" + page.get("query"));
        assertThat(page.get("actions")).isEqualTo(lab.actions());
        assertThat(field(page, "rate"))
                .isEqualTo(new Field(
                        "rate", "DECIMAL", "12.5", "9.5", "0.1", "100000", "requests/s", List.of(), 1, 1, null));
        assertThat(field(page, "strategies").options()).contains(new Option("hash", true), new Option("random", false));
        assertThat(field(page, "arrivals").options())
                .contains(new Option("poisson", true), new Option("regular", false));
        assertThat(presets(page)).noneMatch(PresetLink::current);
    }

    /** A form without JavaScript sends one pair per box that is ticked, and empty fields for what was left empty. */
    @Test
    void tickedBoxesAndEmptyFieldsAreAQueryToo() throws Exception {
        Map<String, Object> page =
                page(PAGE + "?strategies=hash&strategies=random&rate=&at=&at=1s:stop:target-1&at=", 200);

        assertThat(field(page, "strategies").value()).isEqualTo("hash,random");
        assertThat(field(page, "rate").value()).isEqualTo("9.5");
        assertThat(field(page, "at").value()).isEqualTo("1s:stop:target-1");
    }

    @Test
    void nothingThatWasTypedIsLostWhenItIsWrong() throws Exception {
        Map<String, Object> page =
                page(PAGE + "?strategies=random,hash&rate=nine&targets=1,%201,&at=soon&colour=red", 400);

        assertThat(field(page, "rate").value()).isEqualTo("nine");
        assertThat(field(page, "targets").value()).isEqualTo("1, 1,");
        assertThat(field(page, "at").value()).isEqualTo("soon");
        assertThat(field(page, "seed").value()).isEqualTo("11");
        assertThat(field(page, "strategies").options())
                .contains(new Option("random", true), new Option("round-robin", false));
        assertThat(page).containsEntry("summary", null);
        List<?> problems = (List<?>) page.get("problems");
        assertThat(problems)
                .extracting(problem -> ((ProblemRow) problem).parameter())
                .containsExactly("rate", "at", "colour");
        assertThat(((ProblemRow) problems.get(0)).message()).contains("“nine”", "0.1 to 100000 requests/s");
        assertThat((String) page.get("query")).contains("rate=nine").contains("colour=red");
    }

    /** Two of three equal ones were lost with one press, because they were told apart by their text. */
    @Test
    void ofThreeEqualInterventionsEachIsTakenBackAlone() throws Exception {
        String done = "1s:slow:target-1:2,5s:stop:target-2,5s:stop:target-2,5s:stop:target-2,9s:start:target-2";

        List<InterventionRow> rows = interventions(page(PAGE + "?seed=7&at=" + done, 200));

        assertThat(String.join(",", rows.stream().map(InterventionRow::text).toList()))
                .isEqualTo(done);
        assertThat(rows.get(0))
                .extracting("time", "action", "subject", "value")
                .containsExactly("1s", "slow", "target-1", "2");
        assertThat(rows.get(1))
                .extracting("time", "action", "subject", "value")
                .containsExactly("5s", "stop", "target-2", "");
        assertThat(rows.stream().map(InterventionRow::without))
                .allMatch(address -> address.startsWith(PAGE + "?strategies=") && address.contains("&seed=7&at="))
                .extracting(address -> address.substring(address.indexOf("&at=") + 4))
                .containsExactly(
                        "5s:stop:target-2,5s:stop:target-2,5s:stop:target-2,9s:start:target-2",
                        "1s:slow:target-1:2,5s:stop:target-2,5s:stop:target-2,9s:start:target-2",
                        "1s:slow:target-1:2,5s:stop:target-2,5s:stop:target-2,9s:start:target-2",
                        "1s:slow:target-1:2,5s:stop:target-2,5s:stop:target-2,9s:start:target-2",
                        "1s:slow:target-1:2,5s:stop:target-2,5s:stop:target-2,5s:stop:target-2");
    }

    /** Guards against a link to an address with an empty part, which is another address of the same run. */
    @Test
    void theLastInterventionLeavesTheRunWithoutAny() throws Exception {
        List<InterventionRow> rows = interventions(page(PAGE + "?seed=7&at=1s:stop:target-1", 200));

        assertThat(rows)
                .singleElement()
                .extracting(InterventionRow::without)
                .asString()
                .endsWith("&seed=7");
        Map<String, Object> page = page(rows.get(0).without(), 200);
        assertThat(interventions(page)).isEmpty();
        assertThat(PAGE + "?" + page.get("query")).isEqualTo(rows.get(0).without());
        assertThat(interventions(page(PAGE + "?rate=nine&at=1s:stop:target-1", 400)))
                .isEmpty();
    }

    /** Guards against a page that takes as long as its run. */
    @Test
    void thePageOfALongRunComesAtOnceAndSaysWhereItsFiguresAre() throws Exception {
        Map<String, Object> page = page(PAGE + "?rate=1000&duration=10m", 200);

        assertThat(lab.runs).hasValue(0);
        assertThat(page).containsEntry("summary", null);
        assertThat((String) page.get("notice")).contains("about 1 s to compute");
    }

    @Test
    void theBrowserGetsTheTextsOfItsLanguage() throws Exception {
        Map<String, String> english = texts(get(PAGE + "?seed=1").header("Accept-Language", "en"));
        Map<String, String> korean = texts(get(PAGE + "?seed=1").header("Accept-Language", "ko"));

        assertThat(english.keySet()).isEqualTo(korean.keySet());
        assertThat(english.keySet()).allMatch(key -> key.startsWith("lab.") || key.startsWith("stage."));
        assertThat(english).containsEntry("lab.load-balancing.option.hash", "Hash");
        assertThat(korean).containsEntry("lab.load-balancing.option.hash", "해시");
        assertThat(english).containsEntry("stage.waiting", "waiting for its turn, {0} before it");
    }

    /** Guards against a page that carries what only the other labs say: that is four fifths of all texts. */
    @Test
    void aPageHasTheTextsOfItsOwnLab() throws Exception {
        assertThat(texts(get(PAGE + "?seed=1")).keySet())
                .contains("stage.waiting")
                .noneMatch(key -> key.matches("(lab|stage)\\.(failover|auto-scaling)\\..*"));
    }

    private Map<String, String> texts(RequestBuilder request) throws Exception {
        String html = (String)
                mvc.perform(request).andReturn().getModelAndView().getModel().get("texts");
        return Pattern.compile("<i data-key=\"([^\"]*)\">([^<]*)</i>")
                .matcher(html)
                .results()
                .collect(Collectors.toMap(text -> text.group(1), text -> HtmlUtils.htmlUnescape(text.group(2))));
    }

    @Test
    void theListNamesEveryLabWithItsSituations() throws Exception {
        mvc.perform(get("/labs"))
                .andExpect(status().isOk())
                .andExpect(view().name("labs/index"))
                .andExpect(model().attributeExists("labs"));
        mvc.perform(get("/labs/load-balancing?rate=x"))
                .andExpect(view().name("labs/load-balancing"))
                .andExpect(model().attribute("runHref", containsString("rate=x")));
    }

    private Map<String, Object> page(String address, int expectedStatus) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andExpect(status().is(expectedStatus))
                .andReturn()
                .getModelAndView()
                .getModel();
    }

    private static Field field(Map<String, Object> page, String id) {
        return ((List<?>) page.get("parameters"))
                .stream()
                        .map(Field.class::cast)
                        .filter(field -> field.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<InterventionRow> interventions(Map<String, Object> page) {
        return ((List<?>) page.get("interventions"))
                .stream().map(InterventionRow.class::cast).toList();
    }

    private static List<PresetLink> presets(Map<String, Object> page) {
        return ((List<?>) page.get("presets"))
                .stream().map(PresetLink.class::cast).toList();
    }
}
