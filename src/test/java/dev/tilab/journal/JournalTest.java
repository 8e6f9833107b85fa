package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.NotTextException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Days are saved, moved, thrown away and brought back on a real database, each method in its own transaction as in life. */
@DataJpaTest(showSql = false)
@Import({Journal.class, JournalTest.Noon.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class JournalTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final Charset CP949 = Charset.forName("x-windows-949");

    @TestConfiguration(proxyBeanMethods = false)
    static class Noon {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2025-03-06T03:00:00.123456789Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    private Journal journal;

    @Autowired
    private EntryRepository entries;

    @BeforeEach
    void startEmpty() {
        entries.deleteAll();
    }

    @Test
    void aWrittenDayIsReadBackAsItWasWritten() {
        Entry written = journal.write(Days.full(DAY), Locale.KOREAN);

        Entry read = journal.find(DAY).orElseThrow();
        assertThat(Days.withoutOrigins(read.fields())).isEqualTo(Days.withoutOrigins(Days.full(DAY)));
        assertThat(read.text()).contains("2025-03-06").contains("스크럼");
        assertThat(read.version()).isEqualTo(written.version());
        assertThat(read.updatedAt()).isEqualTo(written.updatedAt());
    }

    @Test
    void aFileComesBackByteForByteWhateverItsEncoding() throws Exception {
        String text = "# TIL\r\n\r\n## 날짜: 2025-03-06 ☕\r\n\r\n### 스크럼\n- 오늘 할 일 : 청소\r\n\r\n자유로운 글";
        List<byte[]> files = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.replace("☕", "").getBytes(CP949));

        for (int i = 0; i < files.size(); i++) {
            LocalDate day = DAY.plusDays(i);
            journal.bring(day, files.get(i), "2025-03-06.md");
            assertThat(journal.find(day).orElseThrow().bytes()).isEqualTo(files.get(i));
        }
    }

    @Test
    void editingOneFieldOfAnImportedDayChangesOnlyItsLine() throws Exception {
        String text = "# TIL Template\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 스크럼\r\n- 오늘 할 일 : 청소\r\n- 내 메모\r\n\r\n"
                + "### 새로 배운 내용\r\n#### 주제 1: RDB\r\n본문  \r\n\r\n### 내 맘대로\r\n지우지 마\r\n";
        Entry before = journal.bring(DAY, text.getBytes(CP949), "2025-03-06.md");

        DayFields fields = before.fields();
        Entry after = journal.edit(DAY, before.version(), Days.withTodo(fields, "빨래"));

        assertThat(after.bytes()).isEqualTo(text.replace("청소", "빨래").getBytes(CP949));
    }

    /** Two saves within one moment, of a text that no column repeats: the version alone tells them apart. */
    @Test
    void aSaveOfWhatNoListShowsIsAnotherVersionToo() {
        Entry first = journal.write(Days.withTopics(Days.full(DAY), List.of()), Locale.KOREAN);

        Entry second = journal.edit(DAY, first.version(), first.fields().with(DayField.SPECIAL_NOTES, "다른 메모"));

        assertThat(second.version()).isGreaterThan(first.version());
        assertThatThrownBy(
                        () -> journal.edit(DAY, first.version(), first.fields().with(DayField.SPECIAL_NOTES, "늦은 메모")))
                .isInstanceOf(StaleEntryException.class);
    }

    @Test
    void aCharacterThatTheEncodingLacksTurnsTheFileIntoUtf8AndSaysSo() throws Exception {
        Entry before = journal.bring(DAY, "## 날짜: 2025-03-06\n### 스크럼\n- 오늘 할 일 : 청소\n".getBytes(CP949), null);

        journal.edit(DAY, before.version(), Days.withTodo(before.fields(), "청소 🧹"));

        Entry after = journal.find(DAY).orElseThrow();
        assertThat(after.bytes())
                .isEqualTo("## 날짜: 2025-03-06\n### 스크럼\n- 오늘 할 일 : 청소 🧹\n".getBytes(StandardCharsets.UTF_8));
        assertThat(after.notices()).anySatisfy(notice -> {
            assertThat(notice.code()).isEqualTo("charset-changed");
            assertThat(notice.text()).isEqualTo("x-windows-949");
        });
    }

    @Test
    void savingWithoutAChangeChangesNothing() throws Exception {
        Entry before = journal.bring(DAY, "## 날짜: 2025-03-06\n### 회고\n좋았다\n".getBytes(StandardCharsets.UTF_8), null);

        Entry after = journal.edit(DAY, before.version(), before.fields());

        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.bytes()).isEqualTo(before.bytes());
    }

    @Test
    void aFileThatSaysAnotherDayIsFiledWhereItWasPutAndKeepsWhatItSays() throws Exception {
        byte[] yesterdays = "## 날짜: 2025-03-05\n### 회고\n좋았다\n".getBytes(StandardCharsets.UTF_8);

        Entry entry = journal.bring(DAY, yesterdays, "2025-03-06.md");
        assertThat(entry.date()).isEqualTo(DAY);
        assertThat(entry.notices())
                .anyMatch(n -> n.code().equals("date-differs") && n.text().equals("2025-03-05"));

        Entry edited = journal.edit(DAY, entry.version(), Days.withRetrospective(entry.fields(), "아주 좋았다"));
        assertThat(edited.text()).isEqualTo("## 날짜: 2025-03-05\n### 회고\n아주 좋았다\n");

        Entry moved = journal.edit(DAY, edited.version(), Days.on(DAY.plusDays(2), edited.fields()));
        assertThat(moved.text()).isEqualTo("## 날짜: 2025-03-08\n### 회고\n아주 좋았다\n");
        assertThat(journal.find(DAY)).isEmpty();
        assertThat(journal.find(DAY.plusDays(2))).isPresent();
    }

    @Test
    void aTextThatSaysNoDayIsLeftAloneWhenItsDayChanges() throws Exception {
        byte[] undated = "# 오늘 배운 것\n자유로운 글\n".getBytes(StandardCharsets.UTF_8);
        Entry entry = journal.bring(DAY, undated, "2025-03-06.md");

        Entry moved = journal.edit(DAY, entry.version(), Days.on(DAY.plusDays(1), entry.fields()));

        assertThat(moved.date()).isEqualTo(DAY.plusDays(1));
        assertThat(moved.bytes()).isEqualTo(undated);
    }

    @Test
    void aDayIsNeverWrittenOverAnother() throws Exception {
        Entry first = journal.write(Days.full(DAY), Locale.KOREAN);
        Entry other = journal.write(Days.full(DAY.plusDays(1)), Locale.KOREAN);

        assertThatThrownBy(() -> journal.write(Days.full(DAY), Locale.KOREAN)).isInstanceOf(DateTakenException.class);
        assertThatThrownBy(() -> journal.bring(DAY, "x".getBytes(StandardCharsets.UTF_8), "x.md"))
                .isInstanceOf(DateTakenException.class);
        assertThatThrownBy(() -> journal.edit(other.date(), other.version(), Days.on(DAY, other.fields())))
                .isInstanceOfSatisfying(
                        DateTakenException.class,
                        taken -> assertThat(taken.existing().id()).isEqualTo(first.id()));
        assertThat(journal.find(DAY).orElseThrow().bytes()).isEqualTo(first.bytes());
    }

    @Test
    void theSecondOfTwoTabsIsToldAndNothingIsLost() {
        Entry read = journal.write(Days.full(DAY), Locale.KOREAN);
        journal.edit(DAY, read.version(), Days.withRetrospective(read.fields(), "첫째 탭"));

        assertThatThrownBy(() -> journal.edit(DAY, read.version(), Days.withRetrospective(read.fields(), "둘째 탭")))
                .isInstanceOfSatisfying(
                        StaleEntryException.class,
                        stale -> assertThat(stale.current().fields().retrospective())
                                .isEqualTo("첫째 탭"));
        assertThatThrownBy(() -> journal.trash(DAY, read.version())).isInstanceOf(StaleEntryException.class);
        assertThatThrownBy(() -> journal.replace(DAY, read.version(), "x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StaleEntryException.class);
        assertThat(journal.find(DAY).orElseThrow().fields().retrospective()).isEqualTo("첫째 탭");
    }

    @Test
    void whatIsThrownAwayLeavesTheDayFreeAndCanBeBroughtBack() {
        Entry old = journal.write(Days.withRetrospective(Days.full(DAY), "먼저 쓴 글"), Locale.KOREAN);
        journal.trash(DAY, old.version());

        assertThat(journal.find(DAY)).isEmpty();
        assertThat(journal.count()).isZero();
        assertThat(journal.trash()).singleElement().satisfies(gone -> {
            assertThat(gone.date()).isEqualTo(DAY);
            assertThat(gone.deletedAt()).isNotNull();
            assertThat(gone.topics()).containsExactly("RDB", "ELB");
        });

        Entry again = journal.restore(DAY);
        assertThat(again.fields().retrospective()).isEqualTo("먼저 쓴 글");
        assertThat(journal.trash()).isEmpty();
        assertThat(journal.find(DAY)).isPresent();
    }

    @Test
    void nothingIsBroughtBackOverADayThatWasWrittenAnew() {
        Entry old = journal.write(Days.full(DAY), Locale.KOREAN);
        journal.trash(DAY, old.version());
        journal.write(Days.full(DAY), Locale.KOREAN);

        assertThatThrownBy(() -> journal.restore(DAY)).isInstanceOf(DateTakenException.class);
        assertThatThrownBy(() -> journal.restoreById(old.id())).isInstanceOf(DateTakenException.class);
        assertThatThrownBy(() -> journal.restore(DAY.plusDays(1))).isInstanceOf(UnknownEntryException.class);
        assertThat(journal.trash()).hasSize(1);
    }

    /** A tab that was open since before the day was thrown away must not overwrite what was written there later. */
    @Test
    void aVersionNeverMeansTwoTextsOfADay() {
        Entry old = journal.write(Days.full(DAY), Locale.KOREAN);
        journal.trash(DAY, old.version());
        Entry anew = journal.write(Days.full(DAY), Locale.KOREAN);

        assertThat(anew.version()).isGreaterThan(old.version());
        assertThatThrownBy(() -> journal.edit(DAY, old.version(), Days.withTodo(anew.fields(), "덮어쓰기")))
                .isInstanceOf(StaleEntryException.class);
    }

    @Test
    void aNewDayStartsWithYesterdaysToDo() {
        journal.write(Days.withTodo(Days.full(DAY.minusDays(3)), "배포하기\n시험하기"), Locale.KOREAN);

        DayFields start = journal.start(DAY, Locale.KOREAN);

        assertThat(start.date()).isEqualTo(DAY);
        assertThat(start.scrum().yesterdayTodo()).isEqualTo("배포하기\n시험하기");
        assertThat(start.scrum().todo()).isEmpty();
        assertThat(journal.count()).isEqualTo(1);
    }

    @Test
    void neighboursAndMonthsSkipTheTrash() {
        for (String day : List.of("2025-01-31", "2025-03-05", "2025-03-06", "2025-03-10", "2024-12-31")) {
            journal.write(Days.full(LocalDate.parse(day)), Locale.KOREAN);
        }
        Entry gone = journal.find(LocalDate.parse("2025-03-05")).orElseThrow();
        journal.trash(gone.date(), gone.version());

        assertThat(journal.latestBefore(DAY).orElseThrow().date()).isEqualTo(LocalDate.parse("2025-01-31"));
        DayAndNeighbours around = journal.around(DAY).orElseThrow();
        assertThat(around.day().date()).isEqualTo(DAY);
        assertThat(around.previous().orElseThrow().date()).isEqualTo(LocalDate.parse("2025-01-31"));
        assertThat(around.next().orElseThrow().date()).isEqualTo(LocalDate.parse("2025-03-10"));
        assertThat(journal.around(LocalDate.parse("2025-03-10")).orElseThrow().next())
                .isEmpty();
        assertThat(journal.months())
                .containsExactly(YearMonth.of(2025, 3), YearMonth.of(2025, 1), YearMonth.of(2024, 12));
        assertThat(journal.between(LocalDate.parse("2025-01-31"), DAY, PageRequest.of(0, 10)))
                .extracting(EntrySummary::date)
                .containsExactly(DAY, LocalDate.parse("2025-01-31"));
    }

    @Test
    void aProposalShowsBothDaysAndPrefersTheFileNames() throws Exception {
        Entry existing = journal.write(Days.full(DAY), Locale.KOREAN);
        byte[] copied = "## 날짜: 2025-03-05\n### 회고\n좋았다\n".getBytes(StandardCharsets.UTF_8);

        ImportProposal proposal = journal.propose(copied, "Mar/2025-03-06.md");

        assertThat(proposal.date()).contains(DAY);
        assertThat(proposal.textDate()).contains(DAY.minusDays(1));
        assertThat(proposal.datesDisagree()).isTrue();
        assertThat(proposal.fileName()).isEqualTo("2025-03-06.md");
        assertThat(proposal.existing().orElseThrow().id()).isEqualTo(existing.id());
        assertThat(proposal.identical()).isFalse();
        assertThat(journal.propose(existing.bytes(), "2025-03-06.md").identical())
                .isTrue();
        assertThat(journal.propose("글".getBytes(StandardCharsets.UTF_8), "메모.md")
                        .date())
                .isEmpty();
        assertThat(journal.count()).isEqualTo(1);
    }

    @Test
    void aFileOfSeveralDaysBecomesOneEntryWithItsLastDay() throws Exception {
        byte[] text = "### 회고\n주말\n".getBytes(StandardCharsets.UTF_8);

        assertThat(journal.propose(text, "2024-11-30~12-01.md").endDate()).contains(LocalDate.parse("2024-12-01"));
        Entry entry = journal.bring(LocalDate.parse("2024-11-30"), text, "2024-11-30~12-01.md");

        assertThat(entry.endDate()).contains(LocalDate.parse("2024-12-01"));
        assertThat(journal.edit(entry.date(), entry.version(), Days.withRetrospective(entry.fields(), "긴 주말"))
                        .endDate())
                .contains(LocalDate.parse("2024-12-01"));
    }

    @Test
    void aDayOfMoreThanOneMebibyteIsRefusedWithTheLimit() {
        byte[] fits = "a".repeat(Limits.FILE_BYTES).getBytes(StandardCharsets.UTF_8);
        byte[] tooLarge = "a".repeat(Limits.FILE_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(bring(DAY, fits).bytes()).hasSize(Limits.FILE_BYTES);
        assertThatThrownBy(() -> bring(DAY.plusDays(1), tooLarge))
                .isInstanceOfSatisfying(
                        TooLargeException.class, e -> assertThat(e.limit()).isEqualTo(1_048_576));
        DayFields large = Days.withRetrospective(Days.full(DAY.plusDays(1)), "가".repeat(400_000));
        assertThatThrownBy(() -> journal.write(large, Locale.KOREAN)).isInstanceOf(TooLargeException.class);
        assertThat(journal.count()).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsNoDay() {
        assertThatThrownBy(() -> bring(DAY, new byte[0])).isInstanceOf(InvalidEntryException.class);
        assertThatThrownBy(() -> bring(DAY, "\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidEntryException.class);
    }

    /** A day that somebody really wrote, where it is at hand. */
    @Test
    void aRealDayComesBackByteForByteAndIsEditedInOneLine() throws Exception {
        Path sample = Path.of("../shared/samples/til-2025-03-06.md");
        assumeTrue(Files.exists(sample), "no real day at hand");
        byte[] file = Files.readAllBytes(sample);

        Entry entry = journal.bring(DAY, file, "til-2025-03-06.md");
        assertThat(journal.find(DAY).orElseThrow().bytes()).isEqualTo(file);
        assertThat(entry.fields().topics()).hasSizeGreaterThan(1);

        Entry edited = journal.edit(DAY, entry.version(), Days.withTodo(entry.fields(), "다른 할 일"));
        List<String> before = entry.text().lines().toList();
        List<String> after = edited.text().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .count())
                .isEqualTo(1);
    }

    /** The text of a topic that holds a heading of the template would come back as another section. */
    @Test
    void aTextThatWouldBeReadAsSomethingElseIsRefusedWithItsLine() {
        DayFields day = Days.withTopics(
                Days.full(DAY), List.of(new DayFields.Topic(DayFields.NEW, "RDB", "글\n\n### 오늘의 회고\n\n남의 글")));

        assertThatThrownBy(() -> journal.write(day, Locale.KOREAN))
                .isInstanceOfSatisfying(
                        InvalidEntryException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.field()).isEqualTo("topics[0].body");
                            assertThat(problem.code()).isEqualTo("section-heading");
                            assertThat(problem.allowed()).containsEntry("line", 3);
                        }));
        assertThat(journal.count()).isZero();
    }

    @Test
    void emptyRowsOfAFormAreLeftOutAndARowThatWasEmptiedIsRemoved() {
        DayFields full = Days.full(DAY);
        DayFields.Topic nothing = new DayFields.Topic(DayFields.NEW, " ", "\r\n");
        Entry entry = journal.write(
                Days.withTopics(full, List.of(nothing, full.topics().get(0), nothing)), Locale.KOREAN);
        assertThat(entry.fields().topics()).extracting(DayFields.Topic::title).containsExactly("RDB");

        DayFields emptied = Days.withTopics(entry.fields(), List.of(new DayFields.Topic(0, "", "")));
        assertThat(journal.edit(DAY, entry.version(), emptied).fields().topics())
                .isEmpty();
    }

    private Entry bring(LocalDate date, byte[] file) {
        try {
            return journal.bring(date, file, null);
        } catch (NotTextException e) {
            throw new AssertionError(e);
        }
    }
}
