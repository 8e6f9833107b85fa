package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** A diary file is brought in, byte for byte; what is not clear is asked, and nothing is overwritten silently. */
class ImportingTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    @Test
    void aClearFileIsStoredAtOnceAndSaysWhatWasRecognised() throws Exception {
        MvcResult answer = upload("2025-03-06.md", utf8(FILE));

        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-03-06?told=imported");
        assertThat(journal.find(DAY).orElseThrow().bytes()).isEqualTo(utf8(FILE));
        assertThat(html(open("/journal/2025-03-06?told=imported")))
                .contains("주제 2개")
                .contains("도전 과제 1개");
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        upload("2025-03-06.md", utf8(FILE));

        assertThat(upload("2025-03-06.md", utf8(FILE)).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06?told=identical");
        assertThat(journal.trash()).isEmpty();
    }

    /** R9. Yesterday's file copied and not dated anew: the commonest mistake in real diaries. */
    @Test
    void aFileNameThatSaysAnotherDayThanTheTextIsAsked() throws Exception {
        MvcResult question = upload("2025-03-07.md", utf8(FILE));

        assertThat(question.getResponse().getStatus()).isEqualTo(200);
        assertThat(html(question)).contains("2025년 3월 7일").contains("2025년 3월 6일");
        assertThat(journal.count()).isZero();
        Map<String, String> asked = Html.inputs(html(question));
        assertThat(asked.get("date")).isEqualTo("2025-03-07");

        asked.put("action", "store");
        assertThat(send("/journal/import/confirm", asked).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-07?told=imported");
        assertThat(journal.find(LocalDate.of(2025, 3, 7)).orElseThrow().bytes()).isEqualTo(utf8(FILE));
    }

    @Test
    void theBytesSurviveTheQuestion() throws Exception {
        byte[] korean = "일지\r\n\r\n### 오늘의 회고\r\n느린 하루\r\n".getBytes(Charset.forName("x-windows-949"));

        Map<String, String> asked = Html.inputs(html(upload("diary.md", korean)));
        asked.put("date", "2025-04-01");
        send("/journal/import/confirm", asked);

        assertThat(journal.find(LocalDate.of(2025, 4, 1)).orElseThrow().bytes()).isEqualTo(korean);
    }

    /** R11. Two files for one day happen: neither may be lost. */
    @Test
    void aDayThatIsTakenKeepsItsEntryUnlessItsOwnerDecides() throws Exception {
        bring(FILE, DAY);
        String other = FILE.replace("조금 어려웠다.", "다른 파일");

        MvcResult question = upload("2025-03-06.md", utf8(other));
        assertThat(html(question)).contains("이미 기록이 있는 날");
        assertThat(stored(DAY)).isEqualTo(FILE);

        Map<String, String> asked = Html.inputs(html(question));
        asked.put("action", "store");
        assertThat(send("/journal/import/confirm", asked).getResponse().getStatus())
                .isEqualTo(409);
        assertThat(stored(DAY)).isEqualTo(FILE);

        asked.put("action", "replace");
        send("/journal/import/confirm", asked);
        assertThat(stored(DAY)).isEqualTo(other);
        assertThat(journal.trash()).hasSize(1);
    }

    /** Guards against a second text of a day that can only take the place of the first, as a single file could once. */
    @Test
    void aSecondTextOfADayIsPutBehindTheFirst() throws Exception {
        bring(FILE, DAY);
        Map<String, String> asked = Html.inputs(html(upload("2025-03-06.md", utf8("저녁에 더 읽은 것\n"))));
        asked.put("action", "add");
        Map<String, String> late = new HashMap<>(asked);

        assertThat(send("/journal/import/confirm", asked).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06?told=imported");
        assertThat(stored(DAY)).startsWith(FILE.stripTrailing()).contains("저녁에 더 읽은 것");
        String once = stored(DAY);

        late.put("content", Base64.getEncoder().encodeToString(utf8("읽고 쓴 다른 것\n")));
        MvcResult changed = send("/journal/import/confirm", late);
        assertThat(changed.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(changed)).contains("그사이");
        assertThat(stored(DAY))
                .as("nothing is added to what its owner has not seen")
                .isEqualTo(once);
    }

    @Test
    void whileTheQuestionStandsTheExistingDayMayChangeAndIsNotThrownAwayUnseen() throws Exception {
        bring(FILE, DAY);
        Map<String, String> asked = Html.inputs(html(upload("2025-03-06.md", utf8(FILE.replace("ELB", "NLB")))));
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "- 그 사이에 쓴 글");
        send("/journal/2025-03-06", form);

        asked.put("action", "replace");
        assertThat(send("/journal/import/confirm", asked).getResponse().getStatus())
                .isEqualTo(409);
        assertThat(stored(DAY)).contains("그 사이에 쓴 글");
    }

    @Test
    void aDateThatIsNoneIsAskedAgainWithTheFileStillThere() throws Exception {
        Map<String, String> asked = Html.inputs(html(upload("diary.md", utf8("그냥 글\n"))));
        asked.put("date", "soon");

        MvcResult again = send("/journal/import/confirm", asked);

        assertThat(again.getResponse().getStatus()).isEqualTo(422);
        assertThat(Html.inputs(html(again)).get("content")).isEqualTo(asked.get("content"));
    }

    @Test
    void whatIsNotTextIsRefusedWithItsNameAndLine() throws Exception {
        MvcResult answer = upload("photo.md", new byte[] {'a', '\n', (byte) 0x89, 'P', 'N', 'G', 0, 1, 2});

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(answer)).contains("photo.md").contains("2번째 줄");
    }

    @Test
    void aListOfLinksToDaysIsNotADay() throws Exception {
        String index = "# TIL\n\n## 3월 1주\n"
                + "- 25.03.04 VPC ([link](./25-03-04.md))\n- 25.03.05 RDS ([link](./25-03-05.md))\n- 25.03.06 ELB ([link](./25-03-06.md))\n"
                + "- 25.03.07 S3 ([link](./25-03-07.md))\n- 25.03.08 IAM ([link](./25-03-08.md))\n";

        MvcResult answer = upload("README.md", utf8(index));

        assertThat(html(answer)).contains("날들의 목록");
        assertThat(journal.count()).isZero();
    }

    @Test
    void pastedTextIsBroughtInWithTheLineEndsThatEditorsWrite() throws Exception {
        MvcResult answer = mvc.perform(multipart("/journal/import")
                        .param("text", FILE.replace("\n", "\r\n"))
                        .locale(Locale.KOREAN)
                        .with(csrf()))
                .andReturn();

        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-03-06?told=imported");
        assertThat(stored(DAY)).isEqualTo(FILE);
    }

    @Test
    void nothingChosenAndTooMuchAreSaid() throws Exception {
        assertThat(upload("", new byte[0]).getResponse().getStatus()).isEqualTo(422);
        MvcResult big = mvc.perform(multipart("/journal/import")
                        .file(new MockMultipartFile("file", "big.md", "text/markdown", new byte[1_048_577]))
                        .param("text", " ")
                        .locale(Locale.KOREAN)
                        .with(csrf()))
                .andReturn();
        assertThat(big.getResponse().getStatus()).isEqualTo(413);
        assertThat(html(big)).contains("“big.md” — 1,048,577바이트입니다").contains("name=\"text\"");
    }

    /** Guards against a question about the date of nothing, and against an archive that vanishes without a word. */
    @Test
    void whatIsEmptyIsSaidToBe() throws Exception {
        for (String name : new String[] {"언젠가.md", "2025-03-06.md"}) {
            MvcResult empty = upload(name, utf8(" \n"));
            assertThat(empty.getResponse().getStatus()).isEqualTo(422);
            assertThat(html(empty)).contains("“" + name + "” — 비어 있습니다");
        }
        byte[] nothing = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(html(upload("a.zip", nothing))).contains("파일이 하나도 없는 ZIP입니다");
        assertThat(html(upload("b.zip", new byte[0]))).contains("건너뛰는 파일 1개").contains("비어 있습니다");
    }

    /** The question about one file is an answer to a form, too: the other language must not lose it. */
    @Test
    void theLanguageOfTheQuestionChangesWithTheFileStillInIt() throws Exception {
        Map<String, String> asked = Html.inputs(html(upload("diary.md", utf8("그냥 글\n"))));
        asked.put("date", "2025-04-02");
        asked.put("lang", "en");

        MvcResult english = send("/journal/import/confirm", asked);

        assertThat(html(english)).contains("lang=\"en\"");
        Map<String, String> again = Html.inputs(html(english));
        assertThat(again.get("date")).isEqualTo("2025-04-02");
        again.put("action", "store");
        send("/journal/import/confirm", again);
        assertThat(stored(LocalDate.of(2025, 4, 2))).isEqualTo("그냥 글\n");
    }

    private MvcResult upload(String name, byte[] bytes) throws Exception {
        return mvc.perform(multipart("/journal/import")
                        .file(new MockMultipartFile("file", name, "text/markdown", bytes))
                        .locale(Locale.KOREAN)
                        .with(csrf()))
                .andReturn();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
