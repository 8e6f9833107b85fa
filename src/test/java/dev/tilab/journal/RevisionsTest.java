package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.journal.template.DayFields;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which texts of a day can be had back. */
@DataJpaTest(showSql = false)
@Import({Journal.class, JournalTest.Noon.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RevisionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    @Autowired
    private org.springframework.beans.factory.ObjectProvider<dev.tilab.support.WriteTurns> turns;

    @Autowired
    private Journal journal;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private long before;

    @BeforeEach
    void startEmpty() {
        entries.deleteAll();
        before = database.sql("select count(*) from revision").query(Long.class).single();
    }

    /** Decision of the design: what a person wrote can always be had back, also after it was changed. */
    @Test
    void everyFileThatWasBroughtInIsKept() throws Exception {
        Entry entry = journal.bring(DAY, "### 회고\n하나\n".getBytes(StandardCharsets.UTF_8), null);
        Entry edited = journal.edit(DAY, entry.version(), Days.withRetrospective(entry.fields(), "둘"));
        journal.replace(DAY, edited.version(), "### 회고\n셋\n".getBytes(StandardCharsets.UTF_8));

        assertThat(kept()).containsExactly("### 회고\n하나\n", "### 회고\n둘\n", "### 회고\n셋\n");
    }

    /** A revision per autosave would be a thousand copies of a day; none at all would lose the file that was brought in. */
    @Test
    void savesOfOneSittingShareARevisionAndTheFileAsItCameStays() throws Exception {
        Entry entry = journal.bring(DAY, "### 회고\n가져온 글\n".getBytes(StandardCharsets.UTF_8), null);
        int[] minutes = {0, 5, 9, 10, 19, 20};
        for (int minute : minutes) {
            Journal then = new Journal(
                    entries, Clock.offset(clock, Duration.ofMinutes(minute)), transactions, turns, database);
            long version = entry.version();
            entry = then.edit(DAY, version, Days.withRetrospective(entry.fields(), minute + "분"));
            assertThat(entry.version()).isGreaterThan(version);
        }

        assertThat(kept()).containsExactly("### 회고\n가져온 글\n", "### 회고\n9분\n", "### 회고\n19분\n", "### 회고\n20분\n");
        assertThat(journal.find(DAY).orElseThrow().text()).isEqualTo("### 회고\n20분\n");
    }

    /** Who saves over somebody else's text knowingly must not wipe it out, even if both wrote within ten minutes. */
    @Test
    void aTextThatStoodInTheWayOfAnotherIsKept() throws Exception {
        Entry read = journal.write(Days.withRetrospective(journal.start(DAY, Locale.KOREAN), "처음"), Locale.KOREAN);
        Entry theirs = journal.edit(DAY, read.version(), Days.withRetrospective(read.fields(), "남의 글"));
        DayFields mine = Days.withRetrospective(read.fields(), "내 글");
        assertThatThrownBy(() -> journal.edit(DAY, read.version(), mine)).isInstanceOf(StaleEntryException.class);
        journal.edit(DAY, theirs.version(), mine);

        assertThat(kept())
                .hasSize(2)
                .satisfiesExactly(
                        kept -> assertThat(kept).contains("남의 글"),
                        kept -> assertThat(kept).contains("내 글"));
    }

    private List<String> kept() {
        return database.sql("select bytes from revision order by id offset ? rows")
                .param(before)
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }
}
