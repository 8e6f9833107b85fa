package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tilab.Disk;
import dev.tilab.journal.Attachments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** A folder of diaries is shown before anything is saved, decided file by file, and taken: without a script. */
class ImportingManyTest extends PageStory {

    @Autowired
    private Attachments attachments;

    private static final LocalDate SIXTH = LocalDate.of(2025, 3, 6);
    private static final LocalDate SEVENTH = LocalDate.of(2025, 3, 7);
    private static final Pattern PARCEL = Pattern.compile("name=\"parcel\" value=\"([^\"]*)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"((?:date|seen)\\.\\d+)\"(?: value=\"([^\"]*)\")?");
    private static final Pattern CHECKED =
            Pattern.compile("name=\"(step\\.\\d+)\" checked|checked value=\"create\" name=\"(step\\.\\d+)\"");

    @AfterEach
    void mend() {
        Disk.mend();
    }

    @Test
    void nothingIsSavedBeforeItIsDecidedAndThenAllOfIt() throws Exception {
        String page =
                html(look("2025/Mar/06.md", FILE, "2025/Mar/08.md", "그냥 글\n", "사진.png", "PNG", ".git/HEAD", "ref"));
        assertThat(journal.count()).isZero();
        assertThat(page)
                .contains("2025년 3월 6일")
                .contains("주제 2개")
                .contains("사진.png")
                .contains("시스템과 도구의 파일 1개");

        String done = html(mvc.perform(answer(page)).andReturn());
        assertThat(done).contains("2일을 새로 가져왔습니다");
        assertThat(journal.days()).containsExactly(SIXTH, LocalDate.of(2025, 3, 8));
        assertThat(stored(SIXTH)).isEqualTo(FILE);
        assertThat(html(look("2025/Mar/06.md", FILE, "2025/Mar/08.md", "그냥 글\n")))
                .contains("이미 있는 파일 2개");
    }

    /** Each row is a decision of its own, and what was left as it is proposed overwrites nothing. */
    @Test
    void aDayThatExistsIsLeftUnlessItsRowSaysOtherwise() throws Exception {
        bring("여섯째 날\n", SIXTH);
        bring("일곱째 날\n", SEVENTH);
        String page = html(look("2025-03-06.md", FILE, "2025-03-07.md", "더 쓴 글\n"));
        assertThat(page).contains("2025-03-06에는 이미 기록이 있습니다");

        mvc.perform(answer(page));
        assertThat(stored(SIXTH)).isEqualTo("여섯째 날\n");
        mvc.perform(answer(page).param("step.0", "replace").param("step.1", "add"));
        assertThat(stored(SIXTH)).isEqualTo(FILE);
        assertThat(stored(SEVENTH)).isEqualTo("일곱째 날\n\n더 쓴 글\n");
    }

    /** While the question stands, somebody writes on: their words must not be replaced by one who never saw them. */
    @Test
    void aDayThatChangedMeanwhileIsAskedOnceMoreWithItsFileStillThere() throws Exception {
        var entry = bring("여섯째 날\n", SIXTH);
        String page = html(look("2025-03-06.md", FILE, "언젠가.md", "날짜 없는 글\n"));
        journal.rewrite(SIXTH, entry.version(), "그사이 쓴 글\n");

        String again = html(mvc.perform(answer(page).param("step.1", "replace").param("step.0", "create"))
                .andReturn());
        assertThat(stored(SIXTH)).isEqualTo("그사이 쓴 글\n");
        assertThat(again).contains("그사이 2025-03-06의 기록이 바뀌었습니다").contains("날짜를 골라 주세요");

        mvc.perform(
                answer(again, "date.0=2025-03-09").param("step.1", "replace").param("step.0", "create"));
        assertThat(stored(SIXTH)).isEqualTo(FILE);
        assertThat(stored(LocalDate.of(2025, 3, 9))).isEqualTo("날짜 없는 글\n");
    }

    /** Guards against a choice that a conflict turns into "leave out", and against a conflict with something that one cannot see. */
    @Test
    void aDayThatTurnsOutToBeTakenKeepsTheChoiceAndShowsWithWhat() throws Exception {
        bring(FILE, SIXTH);
        String page = html(look("어느 날.md", "첫 줄\n둘째 줄\n", "2025-03-07.md", "글\n"));

        String again = html(mvc.perform(answer(page, "date.0=2025-03-06").param("step.0", "create"))
                .andReturn());
        assertThat(again)
                .contains("2025-03-06에는 이미 기록이 있습니다")
                .contains("파일에만 있는 줄 2개(“첫 줄”)")
                .contains("href=\"/journal/2025-03-06\"")
                .containsPattern("value=\"create\" selected=\"selected\"");

        mvc.perform(answer(again).param("step.0", "add"));
        assertThat(stored(SIXTH)).isEqualTo(FILE + "\n첫 줄\n둘째 줄\n");
    }

    /** The other language, and a page that is loaded anew: the same question, in which every decision stands. */
    @Test
    void theQuestionIsAskedOnceMoreWithWhatWasDecidedAndSavesNothing() throws Exception {
        bring(FILE, SIXTH);
        String page = html(look(
                "z/2025-03-06.md",
                "더\n",
                "z/언젠가.md",
                "날짜 없는 글\n",
                "z/2025-03-07.md",
                "글\n",
                "z/a.png",
                "PNG",
                "z/.git/a",
                "x"));
        String[] typed = {"date.2=2025-04-01"};

        MvcResult english = mvc.perform(answer(page, typed)
                        .with(request -> {
                            request.setRequestURI("/journal/import/many/again");
                            request.removeParameter("step.4");
                            return request;
                        })
                        .param("aside", aside(page))
                        .param("step.3", "replace")
                        .param("step.2", "create")
                        .param("lang", "en"))
                .andReturn();

        assertThat(english.getResponse().getHeader("Set-Cookie")).contains("tilab-lang=en");
        String again = html(english);
        assertThat(again)
                .contains("lang=\"en\"", "What would be imported", "value=\"2025-04-01\"", "a.png", "calls this file")
                .contains("One file of systems")
                .containsPattern("value=\"replace\" selected=\"selected\"")
                .doesNotContain("checked=\"checked\"");
        assertThat(journal.count()).isEqualTo(1);

        mvc.perform(answer(again).param("step.3", "replace").param("step.2", "create"));
        assertThat(stored(SIXTH)).isEqualTo("더\n");
        assertThat(journal.days()).containsExactly(SIXTH, LocalDate.of(2025, 4, 1));
    }

    /** A year that nobody wrote is a proposal: marked, asked about, and never saved by a program on its own. */
    @Test
    void aYearThatOnlyTheNeighboursSayIsToBeConfirmed() throws Exception {
        String page = html(look("Mar/03.md", "셋째 날\n", "Mar/2025-03-06.md", FILE));
        assertThat(page)
                .contains("옆에 있는 파일들의 연도로 두었습니다: 2025-03-03")
                .containsPattern("value=\"create\" selected=\"selected\"");
        mvc.perform(answer(page).param("step.0", "create"));
        assertThat(stored(LocalDate.of(2025, 3, 3))).isEqualTo("셋째 날\n");
        assertThat(html(look("Mar/03.md", "셋째 날\n", "README.txt", "메모\n"))).contains("이미 있는 파일 1개");
    }

    /** They travel with their day through the question, also when it is asked once more. */
    @Test
    void picturesTravelWithTheirDay() throws Exception {
        String page = html(look(
                "til/2025-03-06.md",
                FILE + "\n![표](img/a.csv)\n",
                "til/img/a.csv",
                "a,b\n",
                "til/2025-03-07.md",
                "![](b.png)\n"));
        assertThat(page)
                .contains("그림·파일 1개 포함")
                .contains("그림 1개가 함께 오지 않았습니다: b.png")
                .contains("파일 2개입니다");

        String again = html(mvc.perform(answer(page).with(request -> {
                    request.setRequestURI("/journal/import/many/again");
                    return request;
                }))
                .andReturn());
        assertThat(again).contains("그림·파일 1개 포함").contains("b.png");

        assertThat(html(mvc.perform(answer(again)).andReturn())).contains("그림·파일 1개");
        assertThat(attachments.of(SIXTH)).hasSize(1);
        assertThat(attachments.bytes(attachments.of(SIXTH).get(0))).contains("a,b\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String aside(String page) {
        return Pattern.compile("name=\"aside\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing lies on a server between the two requests, so nothing can be lost there; and the disk may be full at the second. */
    @Test
    void aFullDiskLosesNothing() throws Exception {
        String page = html(look("2025-03-06.md", FILE, "2025-03-07.md", "글\n"));
        Disk.fill();
        MvcResult refused = mvc.perform(answer(page)).andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(507);
        assertThat(html(refused)).contains("디스크가");
        Disk.mend();

        mvc.perform(answer(html(refused)).param("step.0", "create").param("step.1", "create"));
        assertThat(stored(SIXTH)).isEqualTo(FILE);
        assertThat(journal.count()).isEqualTo(2);
    }

    @Test
    void whatDidNotArriveWholeIsSaid() throws Exception {
        String page = html(look("2025-03-06.md", FILE, "2025-03-07.md", "글\n"));
        String parcel = parcels(page).get(0);
        for (String broken : List.of(parcel.substring(0, parcel.length() / 2), "", "?", "AAAA")) {
            MvcResult answer = mvc.perform(post("/journal/import/many")
                            .param("parcel", broken)
                            .locale(Locale.KOREAN)
                            .with(csrf()))
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).as(broken).isEqualTo(400);
            assertThat(html(answer)).contains("끝까지 전송되지 않았습니다");
        }
        assertThat(journal.count()).isZero();
    }

    /** A thousand days in one form; those of one day stay together, as the second may be put behind the first. */
    @Test
    void manyTravelInParcelsAndADayNeverInTwo() throws Exception {
        String[] files = new String[2 * 84];
        for (int i = 0; i < 84; i++) {
            files[2 * i] = (i % 2 == 0 ? "a/" : "b/") + LocalDate.of(2024, 1, 1).plusDays(i / 2) + ".md";
            files[2 * i + 1] = "글 " + i + "\n";
        }
        String page = html(look(files));
        List<String> parcels = parcels(page);
        assertThat(parcels).hasSize(3);
        for (String parcel : parcels) {
            assertThat(Parcels.read(List.of(parcel)))
                    .hasSizeGreaterThan(1)
                    .satisfies(all -> assertThat(all.size() % 2).isZero());
        }
    }

    private MvcResult look(String... namesAndTexts) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart("/journal/import");
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            byte[] bytes = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            form.file(new MockMultipartFile("file", namesAndTexts[i], "text/markdown", bytes));
        }
        return mvc.perform(form.locale(Locale.KOREAN).with(csrf())).andReturn();
    }

    private static List<String> parcels(String page) {
        return PARCEL.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** What the browser sends when nothing but the button is pressed; {@code dates} are what was typed instead. */
    private static MockHttpServletRequestBuilder answer(String page, String... dates) {
        MockHttpServletRequestBuilder form =
                post("/journal/import/many").locale(Locale.KOREAN).with(csrf());
        parcels(page).forEach(parcel -> form.param("parcel", parcel));
        for (MatchResult found : HIDDEN.matcher(page).results().toList()) {
            String typed = List.of(dates).stream()
                    .filter(date -> date.startsWith(found.group(1) + "="))
                    .map(date -> date.substring(found.group(1).length() + 1))
                    .findFirst()
                    .orElse(found.group(2) == null ? "" : HtmlUtils.htmlUnescape(found.group(2)));
            form.param(found.group(1), typed);
        }
        for (MatchResult found : CHECKED.matcher(page).results().toList()) {
            form.param(found.group(1) == null ? found.group(2) : found.group(1), "create");
        }
        return form;
    }
}
