package dev.tilab.journal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.journal.BareJournal;
import dev.tilab.journal.Entry;
import dev.tilab.journal.Eraser;
import dev.tilab.journal.EveryDay;
import dev.tilab.journal.Journal;
import dev.tilab.journal.JournalSettings;
import dev.tilab.journal.Versions;
import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import dev.tilab.support.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The index beside a journal in a file: it says what the journal says, whatever became of either. */
class IndexKeeperTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String SECRET = "hunter2akiasecret7f3a";

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext context;
    private static Journal journal;
    private static Search search;

    @BeforeAll
    static void start() {
        context = BareJournal.start(
                new String[] {
                    "--tilab.data-dir=" + data,
                    "--tilab.search.memory=false",
                    "--tilab.search.at-start=true",
                    "--tilab.search.compare-every="
                },
                EveryDay.class,
                Eraser.class,
                Versions.class,
                JournalSettings.class,
                SearchSettings.class,
                IndexKeeper.class,
                Search.class);
        journal = context.getBean(Journal.class);
        search = context.getBean(Search.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void startEmpty() {
        for (LocalDate day : days("")) {
            journal.trash(day, journal.find(day).orElseThrow().version());
        }
        Eraser eraser = context.getBean(Eraser.class);
        eraser.days(journal.trash().stream()
                .map(day -> new Eraser.Shown(day.id(), day.version()))
                .toList());
        assertThat(journal.count()).isZero();
    }

    private static Entry bring(LocalDate day, String text) throws Exception {
        return journal.bring(day, ("### 회고\n" + text + "\n").getBytes(StandardCharsets.UTF_8), null);
    }

    private static Asked asked(String words) {
        return new Asked(words, words.isEmpty() ? LocalDate.of(1900, 1, 1) : null, null, null, null, 0, 1000);
    }

    private static List<LocalDate> days(String words) {
        return dates(search.find(asked(words)));
    }

    private static List<LocalDate> dates(Found found) {
        assertThat(found.complete()).isTrue();
        return found.hits().stream().map(Found.Hit::date).sorted().toList();
    }

    @Test
    void whatIsSavedMovedThrownAwayAndBroughtBackIsFoundAsItStands() throws Exception {
        Entry entry = bring(DAY, "사과를 먹었다");
        assertThat(days("사과")).containsExactly(DAY);

        entry = journal.rewrite(DAY, entry.version(), "### 회고\n배를 먹었다\n");
        assertThat(days("사과")).isEmpty();
        assertThat(days("배를")).containsExactly(DAY);

        entry = journal.edit(DAY, entry.version(), entry.fields().dated(DAY.plusDays(3)));
        assertThat(days("배를")).containsExactly(DAY.plusDays(3));

        journal.trash(DAY.plusDays(3), entry.version());
        assertThat(days("배를")).as("what is in the trash is not found").isEmpty();

        journal.restore(DAY.plusDays(3));
        assertThat(days("배를")).containsExactly(DAY.plusDays(3));
    }

    /** A name of one's own makes another section of the same text, which no save tells of. */
    @Test
    void otherNamesOfSectionsAreFollowed() throws Exception {
        String own = "## 날짜: 2025-03-06\n\n### 오늘의 회고\n- 좋다\n\n### 머리에 남은 것\n#### 가을\n단풍이 들었다\n";
        journal.bring(DAY, own.getBytes(StandardCharsets.UTF_8), null);
        assertThat(search.find(asked("단풍")).hits().get(0).section()).isNotEqualTo("topics");
        JournalSettings settings = context.getBean(JournalSettings.class);

        settings.put(OwnNames.of(Map.of(DaySection.TOPICS, List.of("머리에 남은 것"))), LineBreaks.KEPT);

        assertThat(search.find(asked("단풍")).hits().get(0).section()).isEqualTo("topics");
        settings.put(OwnNames.NONE, LineBreaks.KEPT);
    }

    /** A kill leaves an index of some time ago, or of a day in the middle; a backup that was put back, one of later. */
    @Test
    void anIndexThatIsBehindIsPutInOrderWhenItIsOpened(@TempDir Path behind) throws Exception {
        Entry changed = bring(DAY, "사과 하나");
        Entry thrown = bring(DAY.plusDays(1), "사과 둘");
        Entry moved = bring(DAY.plusDays(2), "사과 셋");
        assertThat(days("사과")).hasSize(3);
        copy(data.resolve("search"), behind.resolve("search"));

        journal.rewrite(DAY, changed.version(), "### 회고\n배 하나\n");
        journal.trash(thrown.date(), thrown.version());
        journal.edit(moved.date(), moved.version(), moved.fields().dated(DAY.plusDays(9)));
        bring(DAY.plusDays(4), "사과 넷");

        assertThat(dates(opened(behind, false, "사과"))).containsExactly(DAY.plusDays(4), DAY.plusDays(9));
        assertThat(dates(opened(behind, false, "배"))).containsExactly(DAY);
    }

    /** Each file in turn cut, changed in its middle, or gone. */
    @Test
    void anIndexThatIsDamagedOrMissingIsMadeAnew(@TempDir Path copies) throws Exception {
        for (int i = 0; i < 5; i++) {
            bring(DAY.plusDays(i), "사과 " + i);
        }
        Path whole = copies.resolve("whole");
        assertThat(dates(opened(whole, false, "사과"))).hasSize(5);
        List<Path> files = files(whole.resolve("search"));
        assertThat(files).hasSizeGreaterThan(3);
        int number = 0;
        for (Path file : files) {
            for (Damage damage : Damage.values()) {
                Path copy = copies.resolve("copy" + number++);
                copy(whole.resolve("search"), copy.resolve("search"));
                damage.to(copy.resolve(whole.relativize(file)));
                assertThat(dates(opened(copy, false, "사과")))
                        .as("%s of %s", damage, file.getFileName())
                        .hasSize(5);
            }
        }
        assertThat(dates(opened(copies.resolve("none"), false, "사과"))).hasSize(5);
        assertThat(dates(opened(whole, true, "사과"))).as("made anew by command").hasSize(5);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("search"))))
                .isEqualTo("rwx------");
    }

    /** What another TILab left by another mapping would never be opened, and hold what is deleted for good for ever. */
    @Test
    void anIndexOfAnotherFormDoesNotStay(@TempDir Path older) throws Exception {
        bring(DAY, "사과");
        Path left = Files.createDirectories(older.resolve("search").resolve("0"));
        Files.writeString(left.resolve("segments_1"), SECRET);

        assertThat(dates(opened(older, false, "사과"))).containsExactly(DAY);
        assertThat(left).doesNotExist();
    }

    private enum Damage {
        CUT,
        CHANGED,
        GONE;

        void to(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                case CHANGED -> {
                    if (bytes.length > 0) {
                        bytes[bytes.length / 2] ^= 0x55;
                    }
                    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
                }
                case GONE -> Files.delete(file);
            }
        }
    }

    /** A password that was deleted for good must not be left in the files of the index, neither as a word nor as a text. */
    @Test
    void whatIsDeletedForGoodLeavesTheFilesOfTheIndex(@TempDir Path killed) throws Exception {
        for (int i = 1; i <= 9; i++) {
            bring(DAY.plusDays(i), "다른 글 " + i);
        }
        Entry pasted = bring(DAY, SECRET);
        assertThat(days(SECRET)).containsExactly(DAY);
        journal.rewrite(DAY, pasted.version(), "### 회고\n남는 글\n");
        assertThat(days(SECRET)).isEmpty();
        assertThat(holdSecret(data)).as("otherwise there is nothing to do").isTrue();
        copy(data.resolve("search"), killed.resolve("search"));
        Files.createFile(killed.resolve("search.erase"));

        context.getBean(Eraser.class).versions(DAY);

        assertThat(days("남는")).containsExactly(DAY);
        assertThat(holdSecret(data)).isFalse();
        assertThat(data.resolve("search.erase")).doesNotExist();
        assertThat(holdSecret(killed)).isTrue();
        assertThat(dates(opened(killed, false, "글"))).as("after a kill between").hasSize(10);
        assertThat(holdSecret(killed)).isFalse();
        assertThat(killed.resolve("search.erase")).doesNotExist();
    }

    @Test
    void aDayThatIsDeletedForGoodLeavesTheFilesOfTheIndex() throws Exception {
        bring(DAY.plusDays(1), "다른 글");
        Entry pasted = bring(DAY, SECRET);
        assertThat(days(SECRET)).containsExactly(DAY);

        journal.trash(DAY, pasted.version());
        context.getBean(Eraser.class).trash(DAY);

        assertThat(days(SECRET)).isEmpty();
        assertThat(holdSecret(data)).isFalse();
    }

    /** Days that are saved while others are read into the index must not be lost between. */
    @Test
    void ofManyWhoSaveAndSearchAtOnceNothingIsLost() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                int first = person * 100;
                work.add(() -> {
                    for (int i = 0; i < 8; i++) {
                        LocalDate day = DAY.plusDays(first + i);
                        Entry entry = bring(day, "초안");
                        entry = journal.rewrite(day, entry.version(), "### 회고\n사과 " + i + "\n");
                        if (i % 4 == 0) {
                            journal.trash(day, entry.version());
                        }
                        search.find(asked("사과"));
                    }
                    return null;
                });
            }
            for (Future<Void> done : people.invokeAll(work)) {
                done.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(days("사과")).hasSize(4 * 6);
        assertThat(days("초안")).isEmpty();
    }

    /** Of hundreds who search at once each would wait for all others, and so would whoever saves. */
    @Test
    void whoeverSearchesBesideTooManyIsToldToComeBack() throws Exception {
        bring(DAY, "사과 하나");
        Places one = new Places(1);
        Search crowded = new Search(context.getBean(IndexKeeper.class), one, 10);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<?> searching = somebody.submit(() -> one.during(
                    0,
                    () -> {
                        taken.countDown();
                        return awaited(mayEnd);
                    },
                    IllegalStateException::new));
            taken.await();

            assertThatThrownBy(() -> crowded.find(asked("사과"))).isInstanceOf(SearchBusyException.class);
            mayEnd.countDown();
            searching.get();
            assertThat(dates(crowded.find(asked("사과")))).containsExactly(DAY);
        } finally {
            somebody.shutdownNow();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    /** Whatever is wrong with the index, the journal is written and read. */
    @Test
    void anIndexThatCannotBeMadeKeepsNobodyFromSaving(@TempDir Path full) throws Exception {
        Files.writeString(full.resolve("search"), "a file in its place");
        IndexKeeper keeper = keeper(full.resolve("search"), false);

        assertThatThrownBy(keeper::ready).isInstanceOf(SearchAwayException.class);
        keeper.destroy();
    }

    private static IndexKeeper keeper(Path folder, boolean rebuild) {
        return new IndexKeeper(
                context.getBean(EveryDay.class),
                new SearchSettings(folder, "", false, null, Duration.ofMinutes(1), false, rebuild));
    }

    /** As the next start would have it. */
    private static Found opened(Path folder, boolean rebuild, String words) throws InterruptedException {
        IndexKeeper keeper = keeper(folder, rebuild);
        try {
            return new Search(keeper).find(asked(words));
        } finally {
            keeper.destroy();
        }
    }

    private static boolean holdSecret(Path folder) throws IOException {
        for (Path file : files(folder.resolve("search"))) {
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
