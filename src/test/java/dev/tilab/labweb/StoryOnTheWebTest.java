package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.StoryStep;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.MockMvc;

/** The door of a lab: who comes for the first time is led in, everybody else finds the instrument. */
class StoryOnTheWebTest {

    private static final MockMvc PAGES = LabMvc.rendering(Labs.all().toArray(Lab<?>[]::new));
    private static final String LAB = "/labs/load-balancing";

    static Stream<Arguments> steps() {
        return Labs.all().stream()
                .flatMap(lab -> Stream.iterate(1, step -> step <= lab.story().size(), step -> step + 1)
                        .map(step -> Arguments.of(lab, step)));
    }

    @Test
    void aFirstVisitBeginsTheStoryAndALaterOneOpensTheInstrument() throws Exception {
        PAGES.perform(get(LAB)).andExpect(redirectedUrl(LAB + "?story=1"));

        Cookie seen = PAGES.perform(get(LAB + "?story=1"))
                .andExpect(status().isOk())
                .andExpect(cookie().httpOnly("tilab-story-load-balancing", true))
                .andReturn()
                .getResponse()
                .getCookie("tilab-story-load-balancing");

        PAGES.perform(get(LAB).cookie(seen)).andExpect(redirectedUrlPattern(LAB + "?strategies=*"));
        PAGES.perform(get("/labs/failover").cookie(seen)).andExpect(redirectedUrl("/labs/failover?story=1"));
    }

    /** Guards against a shared address that shows somebody else's first visit instead of the run. */
    @Test
    void anAddressOfARunShowsTheRunWhoeverOpensIt() throws Exception {
        PAGES.perform(get(LAB + "?seed=12"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"story\""))));
    }

    /** Without scripts a step was a sentence over nothing; and a step that was changed must not show the drawing of the one as it is told. */
    @Test
    void whoeverHasNoScriptsSeesHowAStepEnds() throws Exception {
        assertThat(drawn(LAB + "?story=6", "en"))
                .contains("Round robin: no request waits, 33 failed", "Least connections: no request waits, 59 failed");
        assertThat(drawn(LAB + "?story=6", "ko")).contains("최소 연결: 기다리는 요청 0건, 실패하거나 거절된 요청 59건.");
        for (String often : List.of("30s", "5s", "30s")) {
            String page = page(LAB + "?story=7&healthCheckInterval=" + often, "en");
            String failed = page.split("<td class=\"num")[4].replaceAll("(?s)^[^>]*>(\\d+)<.*", "$1");
            assertThat(drawn(LAB + "?story=7&healthCheckInterval=" + often, "en"))
                    .as(often)
                    .contains(", " + failed + " failed or were rejected so far.");
        }
        assertThat(drawn(LAB + "?story=7", "en")).isNotEqualTo(drawn(LAB + "?story=7&healthCheckInterval=5s", "en"));
    }

    /** Guards against a drawing of the end, or a table of it, above the question: without scripts nothing was left to be guessed. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void whatGivesTheAnswerAwayLiesBehindIt(Lab<?> lab, int number) throws Exception {
        StoryStep step = lab.story().get(number - 1);
        String page = page("/labs/" + lab.id() + "?story=" + number, "en");
        String end = "id=\"" + lab.id() + "-" + Long.toString(step.toMicros(), Character.MAX_RADIX) + "-t\"";
        String shown =
                page.substring(0, step.ask() == null ? page.length() : page.indexOf("<details class=\"answered\">"));

        assertThat(page).containsOnlyOnce(end);
        if (step.ask() == null) {
            assertThat(shown).contains(end, "<table id=\"result\"").doesNotContain("class=\"ask\"");
        } else {
            assertThat(shown)
                    .doesNotContain(end, "<table id=\"result\"")
                    .containsSubsequence(
                            "id=\"" + lab.id() + "-" + Long.toString(step.ask().atMicros(), Character.MAX_RADIX)
                                    + "-t\"",
                            "class=\"answers\"");
            assertThat(page.substring(shown.length(), page.indexOf("</details>", shown.length())))
                    .contains(end, "<table id=\"result\"");
        }
    }

    private static String drawn(String address, String language) throws Exception {
        String page = page(address, language);
        assertThat(page).contains("<noscript><figure class=\"stilled\"><svg class=\"still\"");
        return page.substring(page.lastIndexOf("<figure class=\"stilled\">"), page.lastIndexOf("</figure>"));
    }

    private static String page(String address, String language) throws Exception {
        return PAGES.perform(get(address).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Guards against a text without a figure, an unknown key, or a figure that stands there as {@code {0}}. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void everyStepIsSaidInBothLanguagesWithItsFigures(Lab<?> lab, int number) throws Exception {
        StoryStep step = lab.story().get(number - 1);
        for (String language : List.of("en", "ko")) {
            String section = step(lab, "story=" + number, language);

            assertThat(section).doesNotContain("??", "{0", "{1", "{2", "{3", "NaN");
            assertThat(section).contains("data-shown=\"" + String.join(" ", step.shown()) + "\"");
            assertThat(sentence(section)).hasSizeBetween(20, 200).contains("<b>");
        }
        assertThat(sentence(step(lab, "story=" + number, "en")))
                .isNotEqualTo(sentence(step(lab, "story=" + number, "ko")));
    }

    /** What is pressed changes the run, and the figures follow the run that was pressed. */
    @Test
    void theSentenceSpeaksOfTheRunThatTheReaderMade() throws Exception {
        Lab<?> lab = Labs.find("load-balancing").orElseThrow();
        String often = step(lab, "story=7&healthCheckInterval=5s", "en");
        String seldom = step(lab, "story=7&healthCheckInterval=30s", "en");

        assertThat(sentence(often)).isNotEqualTo(sentence(seldom));
        assertThat(often).contains("healthCheckInterval=5s").contains("<output>5s</output>");
        assertThat(step(lab, "story=6&at=9s:stop:target-1", "en"))
                .contains("at=9s:stop:target-1")
                .contains("hidden=\"hidden\"");
    }

    @Test
    void whatIsNoStepAndWhatIsNoRunIsSaid() throws Exception {
        PAGES.perform(get(LAB + "?story=8"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("story")));
        PAGES.perform(get(LAB + "?story=first")).andExpect(status().isBadRequest());
        PAGES.perform(get(LAB + "/step?story=2&at=9s:stop:target-9")).andExpect(status().isBadRequest());
        PAGES.perform(get(LAB + "/step?story=2&rate=100000")).andExpect(status().isBadRequest());
        PAGES.perform(get("/labs/no-lab/step?story=1")).andExpect(status().isNotFound());
    }

    /** Guards against a page that only says that something is wrong: what belongs to no field has no field to be said at. */
    @Test
    void aParameterThatTheLabDoesNotKnowIsNamed() throws Exception {
        for (String query : List.of("?foo=1", "?story=3&foo=1", "?seed=1&foo=1")) {
            PAGES.perform(get(LAB + query))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("“foo”")));
        }
    }

    private static String step(Lab<?> lab, String query, String language) throws Exception {
        return PAGES.perform(get("/labs/" + lab.id() + "/step?" + query).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String sentence(String section) {
        int from = section.indexOf("<h1 class=\"sentence\">");
        return section.substring(from, section.indexOf("</h1>", from));
    }
}
