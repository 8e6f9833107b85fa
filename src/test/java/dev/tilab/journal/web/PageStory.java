package dev.tilab.journal.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tilab.Disk;
import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The whole application behind its pages, with an empty journal at the beginning of every story. It is 11 September 2025. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({PageStory.September.class, Disk.class})
abstract class PageStory {

    static final LocalDate TODAY = LocalDate.of(2025, 9, 11);

    static final String FILE = """
            # TIL Template

            ## 날짜: 2025-03-06

            ### 스크럼
            - 오늘 할 일 : 로드 밸런서 만들기
            - 특이사항 : 없음

            ### 새로 배운 내용
            #### 주제 1: RDB

            관리형 **데이터베이스**

            #### 주제 2: ELB

            여러 대상에 나눈다.

            ### 오늘의 도전 과제와 해결 방법
            - 도전 과제 1: 상태 확인 실패
              - 해결 방법: 보안 그룹을 열었다

            ### 오늘의 회고
            - 조금 어려웠다.

            ### 참고 자료 및 링크
            - [ELB](https://docs.aws.amazon.com/elasticloadbalancing/)
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Journal journal;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        String folder = Path.of(
                        "target",
                        "test-data",
                        "pages-" + ProcessHandle.current().pid())
                .toAbsolutePath()
                .toString();
        registry.add("tilab.data-dir", () -> folder);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class September {
        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(Instant.parse("2025-09-11T00:42:00Z"), ZoneOffset.ofHours(9));
        }
    }

    @BeforeEach
    void startEmpty() {
        for (String table : new String[] {"topic", "entry", "revision", "erased"}) {
            database.sql("delete from " + table).update();
        }
    }

    /** What a browser would send for the form of this entry, to be changed by the story. */
    Map<String, String> formOf(LocalDate day) {
        Entry entry = journal.find(day).orElseThrow();
        return new LinkedHashMap<>(
                EntryForm.of(entry.fields(), String.valueOf(entry.version())).inputs());
    }

    MvcResult open(String address) throws Exception {
        return mvc.perform(get(address).locale(Locale.KOREAN)).andReturn();
    }

    MvcResult send(String address, Map<String, String> form) throws Exception {
        return mvc.perform(filled(address, form)).andReturn();
    }

    static MockHttpServletRequestBuilder filled(String address, Map<String, String> form) {
        MockHttpServletRequestBuilder request =
                post(address).locale(Locale.KOREAN).accept("text/html").with(csrf());
        form.forEach(request::param);
        return request;
    }

    static String html(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    Entry bring(String text, LocalDate day) throws Exception {
        return journal.bring(day, text.getBytes(StandardCharsets.UTF_8), day + ".md");
    }

    String stored(LocalDate day) {
        return journal.find(day).orElseThrow().text();
    }
}
