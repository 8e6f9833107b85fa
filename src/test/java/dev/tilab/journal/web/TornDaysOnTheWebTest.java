package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import dev.tilab.journal.Versions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A day that a kill left half written answered 500 to every save, for good. */
class TornDaysOnTheWebTest extends PageStory {

    private static final String API = "/api/v1/entries/" + TODAY;

    @Autowired
    private JdbcClient tables;

    @Autowired
    private Versions versions;

    @Autowired
    private List<ApplicationRunner> atTheStart;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from topic where place = 0",
                "insert into topic select entry_id, place + 5, title from topic",
                "update topic set place = place + 3",
                "update entry set excerpt = 'old'",
                "update entry set revision_id = (select r.previous_id from revision r where r.id = entry.revision_id)"
            })
    void everythingAnswersAfterTheNextStart(String tear) throws Exception {
        long version = bring(FILE, TODAY).version();
        String typed = FILE.replace("조금 어려웠다.", "조금 쉬웠다.");
        journal.replace(TODAY, version, typed.getBytes(StandardCharsets.UTF_8));
        assertThat(tables.sql(tear).update()).isPositive();

        for (ApplicationRunner runner : atTheStart) {
            runner.run(null);
        }

        assertThat(stored(TODAY)).isEqualTo(typed);
        assertThat(versions.of(TODAY)).as("both texts").hasSize(2);
        assertThat(status(get("/journal/" + TODAY))).isEqualTo(200);
        assertThat(html(open("/journal"))).contains("조금 쉬웠다.");
        long first = versions.of(TODAY).get(1).id();
        assertThat(status(get("/journal/" + TODAY + "/versions/" + first))).isEqualTo(200);
        String eTag = mvc.perform(get(API).accept(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        MockHttpServletRequestBuilder again = put(API).contentType("text/markdown")
                .header("If-Match", eTag)
                .content(FILE.replace("ELB", "ALB").getBytes(StandardCharsets.UTF_8));
        assertThat(status(again)).isEqualTo(200);
        eTag = mvc.perform(get(API)).andReturn().getResponse().getHeader("ETag");
        assertThat(status(delete(API).header("If-Match", eTag))).isEqualTo(204);
        assertThat(status(get("/journal/trash"))).isEqualTo(200);
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
