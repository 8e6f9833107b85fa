package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A journal as the first two migrations made it, with days in it, is brought to today's tables with every text that it had. */
@Tag("slow")
@DataJpaTest(showSql = false)
@Import({Journal.class, TornDays.class, Versions.class, JournalTest.Noon.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class UpgradeTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final OffsetDateTime SAVED = OffsetDateTime.parse("2025-03-03T18:00:00.123456Z");

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Journal journal;

    @Autowired
    private Versions versions;

    @Autowired
    private TornDays torn;

    private final List<byte[]> files = new ArrayList<>();

    @BeforeEach
    void aJournalOfAnOlderTilab() throws Exception {
        flyway().cleanDisabled(false).load().clean();
        flyway().target("2").load().migrate();
        try (Stream<Path> diaries =
                Files.list(Path.of(UpgradeTest.class.getResource("/diaries").toURI()))) {
            for (Path file : diaries.sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        String text = new String(files.get(0), StandardCharsets.UTF_8);
        files.add(text.getBytes(Charset.forName("x-windows-949")));
        files.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        for (int i = 0; i < files.size(); i++) {
            long earlier = revision(null, before(i));
            entry(i, revision(earlier, files.get(i)));
        }
        flyway().target("5").load().migrate();
        database.sql("insert into settings (line_breaks, saved_at) values ('JOINED', :saved)")
                .param("saved", SAVED)
                .update();
        database.sql("insert into section_name select max(id), 'LEARNED', 0, '머리에 남은 것' from settings")
                .update();
        database.sql("insert into section_name select max(id), 'OTHER', 0, '식단' from settings")
                .update();
        flyway().load().migrate();
    }

    @Test
    void namesThatAPersonChoseStandForTheSameSections() {
        OwnNames names = new SettingsStore(database).current().names();

        assertThat(names.of(DaySection.TOPICS)).containsExactly("머리에 남은 것");
        assertThat(names.of(DaySection.EXTRAS)).containsExactly("식단");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(source);
    }

    private static LocalDate day(int i) {
        return FIRST.plusDays(i);
    }

    private static boolean isInTrash(int i) {
        return i % 5 == 2;
    }

    private static byte[] before(int i) {
        return ("## 날짜: " + day(i) + "\n\n### 오늘의 회고\n\n아직 없다.\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyDayVersionAndThrownAwayDayIsThere() throws Exception {
        torn.mend();

        for (int i = 0; i < files.size(); i++) {
            if (isInTrash(i)) {
                assertThat(journal.find(day(i))).isEmpty();
                journal.restore(day(i));
            }
            Entry entry = journal.find(day(i)).orElseThrow();
            assertThat(entry.bytes()).isEqualTo(files.get(i));
            assertThat(entry.dayNote()).isEqualTo(entry.document().dayNote());
            if (!isInTrash(i)) {
                assertThat(entry.version())
                        .as("whoever holds the day open can save it")
                        .isEqualTo(7);
                assertThat(entry.updatedAt()).isEqualTo(SAVED.toInstant());
            }
            List<Versions.Version> kept = versions.of(day(i));
            assertThat(kept).hasSize(2);
            assertThat(versions.find(day(i), kept.get(1).id()).orElseThrow().file())
                    .isEqualTo(before(i));
        }
        assertThat(journal.trash()).isEmpty();
    }

    /** Lists go by what was read when a day was saved. */
    @Test
    void listsSayWhatTodaysRulesReadOutOfEveryDay() {
        torn.mend();

        List<EntrySummary> listed =
                journal.between(null, null, PageRequest.of(0, 100)).getContent();
        assertThat(listed).isNotEmpty().allSatisfy(summary -> {
            Entry entry = journal.find(summary.date()).orElseThrow();
            assertThat(summary.excerpt()).isEqualTo(Excerpt.of(entry.fields()));
            assertThat(summary.topics())
                    .isEqualTo(entry.fields().texts(DayField.TOPIC_TITLE).toList());
        });
        assertThat(journal.trash())
                .isNotEmpty()
                .noneMatch(summary -> summary.excerpt().equals("as an older TILab read it"));
    }

    @Test
    void aDayIsSavedBeforeItWasReadAnew() {
        Entry before = journal.find(FIRST).orElseThrow();

        Entry saved = journal.edit(FIRST, before.version(), Days.withRetrospective(before.fields(), "옮겨졌다"));

        torn.mend();
        Entry after = journal.find(FIRST).orElseThrow();
        assertThat(after.version()).isEqualTo(saved.version());
        assertThat(after.fields().retrospective()).isEqualTo("옮겨졌다");
        assertThat(versions.of(FIRST)).hasSize(3);
    }

    private long revision(Long previous, byte[] bytes) throws Exception {
        database.sql("""
                        insert into revision (previous_id, bytes, charset_name, sha256, saved_at)
                        values (:previous, :bytes, 'UTF-8', :sha, :saved)""")
                .param("previous", previous)
                .param("bytes", bytes)
                .param(
                        "sha",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .param("saved", SAVED)
                .update();
        return database.sql("select max(id) from revision").query(Long.class).single();
    }

    private void entry(int i, long revision) {
        database.sql("""
                        insert into entry (version, entry_date, live_date, revision_id, day_note, excerpt, scrum_todo, scrum_special_notes,
                            scrum_yesterday_todo, scrum_yesterday_retrospective, retrospective, created_at, updated_at, deleted_at)
                        values (7, :day, :live, :revision, 'older', 'as an older TILab read it', 'to do', '', '', '', 'back',
                            :saved, :saved, :deleted)""")
                .param("day", day(i))
                .param("live", isInTrash(i) ? null : day(i), java.sql.Types.DATE)
                .param("revision", revision)
                .param("saved", SAVED)
                .param("deleted", isInTrash(i) ? SAVED : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        long id = database.sql("select max(id) from entry").query(Long.class).single();
        database.sql("insert into topic values (:id, 0, 'older', 'body'), (:id, 1, 'oldest', '')")
                .param("id", id)
                .update();
        database.sql("insert into challenge values (:id, 0, 'hard', 'solved')")
                .param("id", id)
                .update();
        database.sql("insert into reference values (:id, 0, 'title', 'https://example.com')")
                .param("id", id)
                .update();
    }
}
