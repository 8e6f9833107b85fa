package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Eraser;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.Versions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Deleting for good: a secret that was pasted can be removed, and nothing else goes with it. */
class ErasingTest extends PageStory {

    private static final String ASK = "/journal/trash/erase";
    private static final String VERSIONS = "/journal/2025-09-11/versions";

    @Autowired
    private Eraser eraser;

    @Autowired
    private Versions versions;

    @Autowired
    private JdbcTemplate tables;

    /** The trash kept a day, with every earlier text of it, for ever. */
    @Test
    void aDayInTheTrashIsDeletedWithItsEarlierTextsAndNoOtherDay() throws Exception {
        inTrash("#비밀 [[비밀]]", TODAY);
        inTrash("다른 날", TODAY.plusDays(1));
        bring(FILE, TODAY.plusDays(2));
        String id = String.valueOf(journal.trash().get(1).id());

        String page = html(open("/journal/trash"));
        assertThat(page).contains(ASK + "?id=" + id).contains("href=\"" + ASK + "\"");
        MvcResult ask = open(ASK + "?id=" + id);
        assertThat(html(ask)).contains("2025년 9월 11일").doesNotContain("2025년 9월 12일");
        assertThat(texts()).as("asking deletes nothing").contains("비밀");

        MvcResult done = send(ask, ASK);
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/journal/trash?erased=1&left=0");
        assertThat(texts()).doesNotContain("비밀").contains("다른 날").contains("관리형 **데이터베이스**");
        assertThat(tables.queryForObject("select count(*) from revision", Long.class))
                .isEqualTo(3);
        assertThat(html(open("/journal/trash?erased=1&left=0"))).contains("기록 1개를 완전히 삭제했습니다.");
    }

    /** Whoever empties the trash has seen what is in it: a day that came back or came later is not among it. */
    @Test
    void emptyingTheTrashTakesWhatItsPageShowedAndNothingElse() throws Exception {
        inTrash("하나", TODAY);
        inTrash("둘", TODAY.plusDays(1));
        inTrash("셋", TODAY.plusDays(2));
        MvcResult ask = open(ASK);
        journal.restore(TODAY.plusDays(1));
        inTrash("넷", TODAY.plusDays(3));
        Entry again = journal.restore(TODAY.plusDays(2));
        Entry changed = journal.replace(again.date(), again.version(), "셋, 고쳐 씀".getBytes(StandardCharsets.UTF_8));
        journal.trash(changed.date(), changed.version());

        assertThat(send(ask, ASK).getResponse().getRedirectedUrl()).isEqualTo("/journal/trash?erased=1&left=2");
        assertThat(texts())
                .doesNotContain("하나")
                .contains("둘")
                .contains("셋, 고쳐 씀")
                .contains("넷");
        assertThat(stored(TODAY.plusDays(1))).contains("둘");
        assertThat(html(open("/journal/trash?erased=1&left=2"))).contains("기록 2개는 삭제하지 않았습니다.");
    }

    /** A text in the middle was the previous one of the next: deleting it must neither fail nor break the line. */
    @Test
    void oneEarlierTextIsDeletedAndThoseAroundItStay() throws Exception {
        fourTexts();
        List<Versions.Version> kept = versions.of(TODAY);
        String id = String.valueOf(kept.get(2).id());

        assertThat(html(open(VERSIONS + "/" + id))).contains(VERSIONS + "/erase?id=" + id);
        assertThat(send(open(VERSIONS + "/erase?id=" + id), VERSIONS + "/erase")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(VERSIONS + "?erased=1");
        assertThat(texts()).contains("글 1", "글 3", "글 4").doesNotContain("글 2");
        assertThat(versions.of(TODAY))
                .extracting(Versions.Version::id)
                .containsExactly(kept.get(0).id(), kept.get(1).id(), kept.get(3).id());
    }

    /** The text that stands there now is the day itself; a form that was made by hand must not take it. */
    @Test
    void allEarlierTextsAreDeletedAndTheOneOfNowNever() throws Exception {
        fourTexts();
        String now = String.valueOf(versions.of(TODAY).get(0).id());
        mvc.perform(filled(VERSIONS + "/erase", Map.of("row", now))).andReturn();
        assertThat(versions.of(TODAY)).hasSize(4);
        assertThat(open(VERSIONS + "/erase?id=" + now).getResponse().getStatus())
                .isEqualTo(404);

        Map<String, String> form = formOf(TODAY);
        send(open(VERSIONS + "/erase"), VERSIONS + "/erase");
        assertThat(texts()).contains("글 4").doesNotContain("글 1", "글 2", "글 3");
        // A form that was open meanwhile is about the text of now, of which nothing was taken.
        form.put("retrospective", "글 5");
        assertThat(send("/journal/2025-09-11", form).getResponse().getStatus()).isEqualTo(302);
        assertThat(stored(TODAY)).contains("글 5");
    }

    /** What a kill left beside the line is on no page, and would keep the secret for ever. */
    @Test
    void aTextThatNoPageShowsGoesWithTheEarlierOnes() throws Exception {
        fourTexts();
        Map<String, Object> beside = tables.queryForMap(
                "select * from revision where id = ?", versions.of(TODAY).get(1).id());
        beside.remove("id");
        beside.put("bytes", "버려진 글".getBytes(StandardCharsets.UTF_8));
        new SimpleJdbcInsert(tables)
                .withTableName("revision")
                .usingGeneratedKeyColumns("id")
                .execute(beside);
        eraser.versions(TODAY);
        assertThat(texts()).contains("글 4").doesNotContain("버려진 글");
    }

    /** With the day its number would be forgotten, and an old form would fit a new day of the same date. */
    @Test
    void aFormOfADeletedDayIsLateForADayThatIsWrittenAfterIt() throws Exception {
        fourTexts();
        Map<String, String> old = formOf(TODAY);
        journal.trash(TODAY, journal.find(TODAY).orElseThrow().version());
        eraser.trash(TODAY);
        bring(FILE, TODAY);
        for (int i = 0; i < 6; i++) {
            assertThat(send("/journal/2025-09-11", old).getResponse().getStatus())
                    .isEqualTo(409);
            save("새 글 " + i);
        }
        assertThat(stored(TODAY)).contains("새 글 5");
    }

    @Test
    void whatIsNotThereCannotBeDeleted() throws Exception {
        bring(FILE, TODAY);
        assertThat(open(ASK + "?id=99").getResponse().getStatus()).isEqualTo(404);
        assertThat(html(open(ASK))).contains("휴지통이 비어 있습니다");
        assertThat(html(open("/journal/2025-09-11/versions"))).doesNotContain("versions/erase");
        assertThat(open("/journal/2025-09-12/versions/erase").getResponse().getStatus())
                .isEqualTo(404);
        assertThat(send("/journal/2025-09-12/versions/erase", Map.of())
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        long id = tables.queryForObject("select id from entry", Long.class);
        assertThat(send(ASK, Map.of("row", id + ":0")).getResponse().getRedirectedUrl())
                .endsWith("?erased=0&left=1");
        assertThat(send(ASK, Map.of("row", "x")).getResponse().getRedirectedUrl())
                .endsWith("?erased=0&left=0");
        assertThat(stored(TODAY)).isEqualTo(FILE);
    }

    /** Deleting takes turns with saving; where writers do not, the database refuses one of them and it tries again. */
    @Test
    void deletingBesideWritersBreaksNothing() throws Exception {
        fourTexts();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 12; round++) {
                LocalDate other = TODAY.plusDays(1 + round);
                inTrash("왔다 갔다", other);
                Eraser.Shown shown = new Eraser.Shown(
                        journal.trash().get(0).id(), journal.trash().get(0).version());
                String text = "글 " + round;
                List<Callable<Object>> all = List.of(
                        () -> journal.replace(
                                TODAY,
                                journal.find(TODAY).orElseThrow().version(),
                                text.getBytes(StandardCharsets.UTF_8)),
                        () -> eraser.versions(TODAY),
                        () -> journal.restoreById(shown.id()),
                        () -> eraser.days(List.of(shown)));
                List<Throwable> failed = new ArrayList<>();
                for (Future<Object> one : threads.invokeAll(all)) {
                    try {
                        one.get();
                    } catch (ExecutionException e) {
                        failed.add(e.getCause());
                    }
                }
                assertThat(failed)
                        .allMatch(e -> e instanceof UnknownEntryException || e instanceof StaleEntryException);
                assertThat(stored(TODAY)).isEqualTo(text);
                assertThat(journal.trash()).isEmpty();
                assertThat(journal.find(other).map(Entry::text).orElse("왔다 갔다")).contains("왔다 갔다");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void inTrash(String text, LocalDate day) throws Exception {
        Entry entry = bring("# 글\n", day);
        journal.trash(
                day,
                journal.replace(day, entry.version(), text.getBytes(StandardCharsets.UTF_8))
                        .version());
    }

    private void fourTexts() throws Exception {
        bring("### 오늘의 회고\n- 글 1\n", TODAY);
        for (int i = 2; i <= 4; i++) {
            save("글 " + i);
        }
    }

    private void save(String retrospective) throws Exception {
        String text = "### 오늘의 회고\n- " + retrospective + "\n";
        journal.replace(TODAY, journal.find(TODAY).orElseThrow().version(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Presses the button of a page that asks. */
    private MvcResult send(MvcResult ask, String action) throws Exception {
        MockHttpServletRequestBuilder request = filled(action, Map.of());
        Matcher rows = Pattern.compile("name=\"row\" value=\"([^\"]*)\"").matcher(html(ask));
        while (rows.find()) {
            request.param("row", rows.group(1));
        }
        return mvc.perform(request).andReturn();
    }

    /** Every text that the database still holds. */
    private String texts() {
        return String.join(
                        "\n",
                        tables.query(
                                "select bytes from revision",
                                (row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8)))
                + tables.queryForList("select * from entry")
                + tables.queryForList("select * from topic")
                + tables.queryForList("select * from mention");
    }
}
