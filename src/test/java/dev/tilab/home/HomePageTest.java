package dev.tilab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tilab.journal.Journal;
import dev.tilab.journal.template.DayFields;
import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The page of today shows where one stopped, and a newcomer three ways to begin. */
@SpringBootTest
@AutoConfigureMockMvc
class HomePageTest {

    @TempDir
    static Path data;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Journal journal;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("tilab.data-dir", data::toString);
    }

    @BeforeEach
    void emptyJournal() {
        for (String table : List.of("topic", "entry", "revision", "erased")) {
            jdbc.update("delete from " + table);
        }
    }

    @Test
    void aNewcomerIsLedToWritingToAFileAndToAnExample() throws Exception {
        mvc.perform(get("/").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/journal/new?date=" + LocalDate.now(clock)),
                                containsString("/journal/import"),
                                containsString("/journal/example"))));
    }

    /** The newest entry is today's own: it must stand above the list, not in it once more. */
    @Test
    void todaysEntryStandsAboveTheDaysBeforeIt() throws Exception {
        LocalDate today = LocalDate.now(clock);
        write(today, "Hooks", "It runs the **old** `script`.");
        write(today.minusDays(1), "Yesterday's topic", "x");

        String page = mvc.perform(get("/").header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String recent = page.substring(page.indexOf("<section class=\"recent\""));
        assertThat(recent).contains("/journal/" + today.minusDays(1)).doesNotContain("/journal/" + today);
        mvc.perform(get("/").header("Accept-Language", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Topic 1 · Hooks"),
                                containsString("It runs the old"),
                                not(containsString("**old**")),
                                containsString("/journal/" + today + "/edit"),
                                containsString("/journal/" + today.minusDays(1) + "\""),
                                not(containsString("/journal/example")))));
    }

    /** Guards against a picture that jumps when it begins to move, because what moves is another run than the one that is drawn. */
    @Test
    void everyLabShowsTheRunThatItsPageOpensWithAndTheAddressOfItsFrames() throws Exception {
        String page = mvc.perform(get("/")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        for (Lab<?> lab : Labs.all()) {
            String address = "/labs/" + lab.id() + "/film";
            assertThat(page).contains("data-film=\"" + address + "\"");
            MockHttpServletResponse film = mvc.perform(get(address)).andReturn().getResponse();
            String telling =
                    JsonPath.read(film.getContentAsString(StandardCharsets.UTF_8), "$.frames[" + Labs.TELLING + "]");
            assertThat(page).contains(telling);
            mvc.perform(get(address).header("If-None-Match", film.getHeader("ETag")))
                    .andExpect(status().isNotModified());
        }
        mvc.perform(get("/labs/none/film")).andExpect(status().isNotFound());
    }

    private void write(LocalDate date, String title, String body) {
        journal.write(
                new DayFields(
                        date,
                        DayFields.Scrum.EMPTY,
                        List.of(new DayFields.Topic(DayFields.NEW, title, body)),
                        List.of(),
                        "",
                        List.of()),
                Locale.ENGLISH);
    }
}
