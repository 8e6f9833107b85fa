package dev.tilab.journal.web.api;

import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that asks what days mention. */
class IndexesApiTest extends EntriesApiStory {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 6);

    private static final String TEXT = """
            ### 새로 배운 내용
            #### 주제 1: ELB
            #aws #네트워크
            ### 오늘의 도전 과제와 해결 방법
            - 도전 과제 1: 풀렸다
              - 해결 방법: 이렇게
            - 도전 과제 2: 아직이다
            """;

    private void bring(LocalDate day) throws Exception {
        journal.bring(day, TEXT.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void tagsTopicsAndOpenChallengesAreListed() throws Exception {
        bring(MARCH);
        bring(MARCH.plusDays(1));

        perform(get("/api/v1/tags"))
                .andExpect(jsonPath("$.items[0].tag", is("aws")))
                .andExpect(jsonPath("$.items[0].days", is(2)))
                .andExpect(jsonPath("$.total", is(2)));
        perform(get("/api/v1/topics"))
                .andExpect(jsonPath("$.total", is(1)))
                .andExpect(jsonPath("$.items[0].title", is("ELB")))
                .andExpect(jsonPath("$.items[0].days[0].date", is("2025-03-07")))
                .andExpect(jsonPath("$.items[0].days[0].links.page", is("/journal/2025-03-07#topic-1")));
        perform(get("/api/v1/challenges").param("page", "1").param("size", "1"))
                .andExpect(jsonPath("$.total", is(2)))
                .andExpect(jsonPath("$.items.length()", is(1)))
                .andExpect(jsonPath("$.items[0].date", is("2025-03-06")))
                .andExpect(jsonPath("$.items[0].number", is(2)))
                .andExpect(jsonPath("$.items[0].problem", is("아직이다")))
                .andExpect(jsonPath("$.items[0].links.page", is("/journal/2025-03-06#challenge-2")));
    }

    @Test
    void whatAListDoesNotKnowIsRefused() throws Exception {
        perform(get("/api/v1/tags").param("tag", "aws")).andExpect(status().isBadRequest());
        perform(get("/api/v1/challenges").param("size", "0")).andExpect(status().isBadRequest());
        perform(post("/api/v1/topics")).andExpect(status().isMethodNotAllowed());
    }

    /** The archive's addresses answered this in other words than all the others, and did not say that they know HEAD. */
    @Test
    void whatMethodsAnAddressKnowsIsSaidTheSameWayEverywhere() throws Exception {
        for (String path : List.of("/api/v1/topics", "/api/v1/export", "/api/v1/search")) {
            perform(post(path))
                    .andExpect(status().isMethodNotAllowed())
                    .andExpect(header().string("Allow", is("GET, HEAD, OPTIONS")))
                    .andExpect(jsonPath("$.detail", is("This address knows GET, HEAD, OPTIONS.")));
        }
        perform(get("/api/v1/imports")).andExpect(jsonPath("$.detail", is("This address knows POST, OPTIONS.")));
    }
}
