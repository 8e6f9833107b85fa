package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A kill amid several commits left days whose rows were those of another text; lists showed them, and saves failed for good. */
@Tag("slow")
@DataJpaTest(showSql = false)
@Import({Journal.class, Attachments.class, TornDays.class, Versions.class, JournalTest.Noon.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class TornDaysTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String FILE = """
            ## 날짜: 2025-03-06 (목)

            ### 스크럼
            - 오늘 할 일 : 표 맞추기

            ### 새로 배운 내용
            #### 주제 1: 하나

            첫째 #태그 [[2025-03-05]]

            #### 주제 2: 둘

            둘째

            #### 주제 3: 셋

            셋째

            ### 오늘의 도전 과제와 해결 방법
            - 도전 과제 1: 찢어진 날
              - 해결 방법: 글에서 다시 읽기
            - 도전 과제 2: 아직 모른다

            ### 오늘의 회고
            - 글이 옳다.

            ### 참고 자료 및 링크
            - [H2](https://h2database.com/)
            """;

    @Autowired
    private Journal journal;

    @Autowired
    private TornDays torn;

    @Autowired
    private Versions versions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private JdbcClient database;

    private Entry whole;

    @BeforeEach
    void aWholeDayAndAnother() throws Exception {
        entries.deleteAll();
        whole = journal.bring(DAY, FILE.getBytes(StandardCharsets.UTF_8), null);
        journal.bring(DAY.plusDays(1), FILE.getBytes(StandardCharsets.UTF_8), null);
    }

    @AfterEach
    void leaveNothing() {
        entries.deleteAll();
    }

    /** A page would show half a picture; without it, it offers to add it again. What is whole stays. */
    @Test
    void aFileThatLacksAPieceIsTakenAway() {
        byte[] twoPieces = "0123456789".repeat(FileStore.PIECE_BYTES / 8).getBytes(StandardCharsets.US_ASCII);
        attachments.add(DAY, "torn.txt", twoPieces);
        attachments.add(DAY.plusDays(1), "torn.txt", twoPieces);
        byte[] onePiece = new byte[FileStore.PIECE_BYTES];
        Arrays.fill(onePiece, (byte) 'a');
        Attachment kept = attachments.add(DAY, "whole.txt", onePiece);
        database.sql("delete from file_piece where place = 1").update();

        torn.mend();

        assertThat(attachments.of(DAY)).containsExactly(kept);
        assertThat(attachments.of(DAY.plusDays(1))).isEmpty();
        assertThat(attachments.bytes(kept)).hasValue(onePiece);
        assertThat(journal.find(DAY).orElseThrow().text()).isEqualTo(FILE);
    }

    private static final String TOPIC = "update topic set title = 'old' where place = 1 and entry_id = ";
    private static final String FEWER = "delete from topic where place = 1 and entry_id = ";
    private static final String NONE = "delete from topic where entry_id = ";
    private static final String MORE =
            "insert into topic select entry_id, place + 7, title from topic where entry_id = ";
    private static final String MOVED = "update topic set place = place + 10 where entry_id = ";
    private static final String MENTION = "update mention set name = 'old' where place = 0 and entry_id = ";
    private static final String NO_MENTION = "delete from mention where entry_id = ";
    private static final String FEWER_MENTIONS = "delete from mention where place = 1 and entry_id = ";
    private static final String MORE_MENTIONS =
            "insert into mention select entry_id, place + 9, kind, name, part, line from mention where entry_id = ";
    private static final String OLD_FIGURES = "update entry set written = 0, lab = true where id = ";
    private static final String OLD_ENTRY = "update entry set excerpt = 'old', day_note = '' where id = ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOPIC,
                FEWER,
                NONE,
                MORE,
                MOVED,
                OLD_ENTRY,
                MENTION,
                NO_MENTION,
                FEWER_MENTIONS,
                MORE_MENTIONS,
                OLD_FIGURES
            })
    void aTornDayIsMendedFromItsText(String tear) {
        tear(tear);

        torn.mend();

        Entry mended = journal.find(DAY).orElseThrow();
        assertThat(mended.text()).isEqualTo(FILE);
        assertThat(mended.version()).as("its version meant the other text").isGreaterThan(whole.version());
        assertThat(tables(whole.id())).isEqualTo(tables(other().id()));
        EntrySummary listed =
                journal.between(DAY, DAY, PageRequest.of(0, 9)).getContent().get(0);
        assertThat(listed.topics()).containsExactly("하나", "둘", "셋");
        assertThat(listed.excerpt()).isEqualTo("글이 옳다.");
        assertThat(other().version()).as("whole days stay as they are").isEqualTo(whole.version());

        torn.mend();
        assertThat(journal.find(DAY).orElseThrow().version()).as("mended once").isEqualTo(mended.version());
        Entry edited = journal.edit(DAY, mended.version(), Days.withRetrospective(mended.fields(), "고쳤다"));
        assertThat(edited.fields().topics()).extracting(DayFields.Topic::title).containsExactly("하나", "둘", "셋");
    }

    /** Who is quicker than the look for torn days must not be refused for good. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                TOPIC,
                FEWER,
                NONE,
                MORE,
                MOVED,
                OLD_ENTRY,
                MENTION,
                NO_MENTION,
                FEWER_MENTIONS,
                MORE_MENTIONS,
                OLD_FIGURES
            })
    void aSaveMendsATornDayToo(String tear) {
        tear(tear);

        Entry saved = journal.edit(DAY, whole.version(), Days.withRetrospective(whole.fields(), "고쳤다"));

        torn.mend();
        assertThat(journal.find(DAY).orElseThrow().version())
                .as("nothing was left to mend")
                .isEqualTo(saved.version());
        assertThat(journal.between(DAY, DAY, PageRequest.of(0, 9))
                        .getContent()
                        .get(0)
                        .topics())
                .containsExactly("하나", "둘", "셋");
    }

    /** An update would tell everybody who writes that somebody else saved meanwhile. */
    @Test
    void whatAnOlderTilabReadIsReadAnewUnderItsVersion() {
        tear("update entry set excerpt = 'old', read_by = 'older' where id = ");
        tear(FEWER);

        torn.mend();

        Entry readAnew = journal.find(DAY).orElseThrow();
        assertThat(readAnew.version()).isEqualTo(whole.version());
        assertThat(readAnew.updatedAt()).isEqualTo(whole.updatedAt());
        assertThat(tables(whole.id())).isEqualTo(tables(other().id()));

        tear(FEWER);
        torn.mend();
        assertThat(journal.find(DAY).orElseThrow().version()).as("torn since").isGreaterThan(whole.version());
    }

    /** Guards against a kill amid a change of names that makes another version of every day, or lists that say the old things. */
    @Test
    void aKillAfterNamesWereChangedLeavesDaysThatSayTheRightThingsAndAreReadAnewUnderTheirVersions() throws Exception {
        LocalDate next = DAY.plusDays(2);
        Entry own = journal.bring(
                next, FILE.replace("#### 주제 3", "### 하루를 마치며\n#### 주제 3").getBytes(StandardCharsets.UTF_8), null);
        assertThat(listed(next).topics()).containsExactly("하나", "둘", "셋");
        choose(OwnNames.of(Map.of(DaySection.RETROSPECTIVE, List.of("하루를 마치며"))));
        try {
            assertThat(listed(next).topics()).as("before any is read anew").containsExactly("하나", "둘");
            assertThat(journal.around(DAY.plusDays(1))
                            .orElseThrow()
                            .next()
                            .orElseThrow()
                            .topics())
                    .containsExactly("하나", "둘");
            assertThat(tables(own.id())).as("nobody wrote").contains("2셋");

            torn.mend();

            assertThat(tables(own.id())).doesNotContain("2셋");
            assertThat(listed(next).topics()).containsExactly("하나", "둘");
            assertThat(listed(DAY).topics()).containsExactly("하나", "둘", "셋");
            assertThat(journal.find(next).orElseThrow().version()).isEqualTo(own.version());
            assertThat(journal.find(DAY).orElseThrow().version()).isEqualTo(whole.version());
        } finally {
            choose(OwnNames.NONE);
        }
        torn.mend();
        assertThat(listed(next).topics()).containsExactly("하나", "둘", "셋");
    }

    /** Guards against one day that keeps all others from being read. */
    @Test
    void aDayThatCannotBeReadKeepsNoOtherBack() throws Exception {
        journal.bring(DAY.plusDays(2), FILE.getBytes(StandardCharsets.UTF_8), null);
        database.sql("update entry set excerpt = 'old', read_by = 'older'").update();
        database.sql("update revision set bytes = :nul where id = (select revision_id from entry where id = :id)")
                .param("nul", new byte[] {0, 1, 2, 3})
                .param("id", other().id())
                .update();

        torn.mend();

        assertThat(listed(DAY).excerpt()).isEqualTo("글이 옳다.");
        assertThat(tables(whole.id()))
                .isEqualTo(tables(journal.find(DAY.plusDays(2)).orElseThrow().id()));
    }

    private void choose(OwnNames names) {
        new SettingsStore(database).put(names, LineBreaks.KEPT, Instant.now());
    }

    private EntrySummary listed(LocalDate day) {
        return journal.between(day, day, PageRequest.of(0, 9)).getContent().get(0);
    }

    /** The entry's row was left as it was before a save, and the text of that save is there: it was typed, so it is not lost. */
    @Test
    void aTextThatTheEntryDoesNotNameBecomesTheDaysText() {
        Entry edited = journal.edit(DAY, whole.version(), Days.withRetrospective(whole.fields(), "고쳤다"));
        tear(
                "update entry set revision_id = (select r.previous_id from revision r where r.id = entry.revision_id), version = "
                        + whole.version() + " where id = ");
        assertThat(journal.find(DAY).orElseThrow().text()).isEqualTo(FILE);

        torn.mend();

        assertThat(journal.find(DAY).orElseThrow().text()).isEqualTo(edited.text());
        assertThat(versions.of(DAY)).hasSize(2);
        assertThat(journal.between(DAY, DAY, PageRequest.of(0, 9))
                        .getContent()
                        .get(0)
                        .excerpt())
                .isEqualTo("고쳤다");
    }

    /** A day in the trash comes back as it was typed. */
    @Test
    void aTornDayInTheTrashIsMendedThere() {
        journal.trash(DAY, whole.version());
        tear(FEWER);

        torn.mend();

        assertThat(journal.trash().get(0).topics()).containsExactly("하나", "둘", "셋");
        assertThat(journal.restore(DAY).text()).isEqualTo(FILE);
    }

    private Entry other() {
        return journal.find(DAY.plusDays(1)).orElseThrow();
    }

    private void tear(String sql) {
        assertThat(database.sql(sql + whole.id()).update()).isPositive();
    }

    /** Everything that is derived of an entry. */
    private List<String> tables(long id) {
        return database.sql("""
                        select place || title as said, 1 as kind from topic where entry_id = :id
                        union all select excerpt || day_note || read_by || written || lab, 2 from entry where id = :id
                        union all select place || kind || name || part || line, 3 from mention where entry_id = :id
                        order by kind, said""")
                .param("id", id)
                .query((row, i) -> row.getString(1))
                .list();
    }
}
