package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DaySection;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A list of twenty days must not read twenty files, nor ask the database once per day. */
@DataJpaTest(showSql = false, properties = "spring.jpa.properties.hibernate.generate_statistics=true")
@Import({Journal.class, ListsStaySmallTest.Now.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ListsStaySmallTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @TestConfiguration(proxyBeanMethods = false)
    static class Now {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    private Journal journal;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private EntityManagerFactory factory;

    private Statistics statistics;

    @BeforeEach
    void writeThirtyDays() throws Exception {
        entries.deleteAll();
        for (int i = 0; i < 30; i++) {
            String text = "### 새로 배운 내용\n#### 주제 1: 하나 " + i + "\n글\n#### 주제 2: 둘\n글\n### 오늘의 회고\n좋았다\n";
            journal.bring(DAY.plusDays(i), text.getBytes(StandardCharsets.UTF_8), null);
        }
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
    }

    @Test
    void aPageOfTwentyTakesThreeQueriesAndLoadsNoEntry() {
        Page<EntrySummary> page = journal.between(null, null, PageRequest.of(0, 20));

        assertThat(page.getContent()).hasSize(20);
        assertThat(page.getTotalElements()).isEqualTo(30);
        assertThat(page.getContent().get(0).topics()).containsExactly("하나 29", "둘");
        assertThat(page.getContent().get(0).excerpt()).isEqualTo("좋았다");
        assertThat(statistics.getPrepareStatementCount()).isLessThanOrEqualTo(3);
        assertThat(statistics.getEntityLoadCount()).isZero();
        assertThat(statistics.getCollectionLoadCount()).isZero();
    }

    /** Guards against a file of nothing but headings that makes home and every list as long as itself. */
    @Test
    void aFileOfHeadingsMakesNoListLong() throws Exception {
        String text = "### 새로 배운 내용\n#### " + "긴".repeat(100_000) + "\n" + "#### 제목\n".repeat(400);
        journal.bring(DAY.plusDays(40), text.getBytes(StandardCharsets.UTF_8), null);

        EntrySummary day =
                journal.between(null, null, PageRequest.of(0, 1)).getContent().get(0);

        assertThat(day.topics()).hasSize(DaySection.TOPICS.mostRows());
        assertThat(day.topics().get(0)).isEqualTo("긴".repeat(DayField.TOPIC_TITLE.limit()));
    }

    @Test
    void aDayTakesOneQuery() {
        Entry entry = journal.find(DAY).orElseThrow();

        assertThat(entry.fields().topics()).hasSize(2);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }
}
