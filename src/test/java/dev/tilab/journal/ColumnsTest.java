package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayField;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a day says stands in its file; beside it, as columns and rows, stands what lists show of it, and nothing else. */
@DataJpaTest(showSql = false)
@Import({Journal.class, ColumnsTest.Noon.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ColumnsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    /** A word in every place where somebody can write one. */
    private static final String TEXT = """
            # own-title

            ## 날짜: 2025-03-06 day-note

            ### 스크럼
            - 오늘 할 일 : word-todo
            - 특이 사항 : word-special
            - 어제 한 일 : word-yesterday

            ### 새로 배운 내용
            #### 주제 1: topic-one
            word-body #word-tag [[2025-03-05]] word-line
            #### 주제 2: topic-two
            ### 오늘의 도전 과제와 해결 방법
            - 도전 과제 1: word-problem
                - 해결 방법: word-solution
            - 도전 과제 2: word-open
            ### 오늘의 회고
            the-retrospective
            ### 참고 자료
            - [word-reference](https://example.org/word-address)
            """;

    @TestConfiguration(proxyBeanMethods = false)
    static class Noon {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2025-03-06T03:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    private Journal journal;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void startEmpty() {
        entries.deleteAll();
    }

    /** A column that is not written shows in no page of the day, whose words come from its file: only lists would be wrong. */
    @Test
    void whatListsShowIsWrittenWithEverySave() throws Exception {
        Entry entry = journal.bring(DAY, TEXT.getBytes(StandardCharsets.UTF_8), null);
        assertThat(columns()).containsExactly("day-note", "own-title", "the-retrospective", "topic-one", "topic-two");

        String other = TEXT.replace("own-title", "second title")
                .replace("day-note", "second note")
                .replace("topic-two", "second topic")
                .replace("the-retrospective", "second retrospective");
        entry = journal.replace(DAY, entry.version(), other.getBytes(StandardCharsets.UTF_8));
        assertThat(columns())
                .containsExactly("second note", "second title", "second retrospective", "topic-one", "second topic");

        journal.edit(DAY, entry.version(), entry.fields().with(DayField.RETROSPECTIVE, ""));
        assertThat(columns()).containsExactly("second note", "second title", "word-todo", "topic-one", "second topic");
    }

    /** Guards against columns that nobody reads: each is one more place that a day's words must be kept, erased and agree in. */
    @Test
    void nothingElseOfWhatWasWrittenStandsBesideTheFile() throws Exception {
        journal.bring(DAY, TEXT.getBytes(StandardCharsets.UTF_8), null);

        Map<String, List<String>> found = new TreeMap<>();
        for (Map<String, Object> column :
                database.queryForList("select table_name, column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(data_type) like 'character%'")) {
            String table = column.get("table_name").toString();
            String name = column.get("column_name").toString();
            for (String value : database.queryForList("select \"" + name + "\" from \"" + table + "\"", String.class)) {
                if (value != null
                        && value.matches("(?s).*(own-title|day-note|topic-one|topic-two|the-retrospective|word-).*")) {
                    found.computeIfAbsent((table + "." + name).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .add(value);
                }
            }
        }

        assertThat(found)
                .isEqualTo(Map.of(
                        "entry.day_note", List.of("day-note"),
                        "entry.title", List.of("own-title"),
                        "entry.excerpt", List.of("the-retrospective"),
                        "topic.title", List.of("topic-one", "topic-two"),
                        "mention.name", List.of("word-tag", "topic-one", "topic-two"),
                        "mention.line",
                                List.of(
                                        "topic-one",
                                        "topic-two",
                                        "word-open",
                                        "word-body #word-tag 2025-03-05 word-line")));
    }

    /** The note, the title, the excerpt and the topics. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        database.query("select day_note, title, excerpt from entry", row -> {
            columns.addAll(List.of(row.getString(1), row.getString(2), row.getString(3)));
        });
        columns.addAll(database.queryForList("select title from topic order by place", String.class));
        return columns;
    }
}
