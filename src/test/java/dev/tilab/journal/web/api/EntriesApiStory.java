package dev.tilab.journal.web.api;

import dev.tilab.journal.Journal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A program that keeps a diary through the API, with an empty journal at the beginning of every story. */
@SpringBootTest
@AutoConfigureMockMvc
@AutoConfigureTestDatabase
abstract class EntriesApiStory {

    static final String ENTRIES = "/api/v1/entries";
    static final String DAY = ENTRIES + "/2025-03-06";
    static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;
    static final String FILE = "# TIL Template\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 스크럼\r\n"
            + "- 오늘 할 일 : 청소\r\n- 내 메모\r\n\r\n"
            + "### 새로 배운 내용\r\n#### 주제 1: RDB\r\n본문  \r\n#### 주제 2: ELB\r\n본문 둘\r\n\r\n### 내 맘대로\r\n지우지 마\r\n";
    static final String JSON = """
            {"date": "2025-03-06",
             "scrum": {"todo": "청소", "specialNotes": "", "yesterdayTodo": "빨래", "yesterdayRetrospective": "좋았다"},
             "topics": [{"title": "RDB", "body": "관리형\\n\\n- Multi-AZ"}, {"title": "ELB", "body": "라운드 로빈"}],
             "challenges": [{"problem": "안 된다", "solution": "된다"}],
             "retrospective": "느린 하루",
             "references": [{"title": "문서", "url": "https://docs.aws.amazon.com/"}]}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void startEmpty() {
        for (String table : new String[] {"topic", "entry", "erased"}) {
            database.sql("delete from " + table).update();
        }
    }

    ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "en"));
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    static MockHttpServletRequestBuilder markdown(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.TEXT_MARKDOWN).content(body.getBytes(StandardCharsets.UTF_8));
    }

    String eTagAfter(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getHeader("ETag");
    }
}
