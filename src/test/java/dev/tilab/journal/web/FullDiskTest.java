package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.Disk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** What was typed stays on the page when the store does not take it: the Back button is not what anybody should rely on. */
@Tag("slow")
class FullDiskTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String TYPED = "- 디스크가 차기 전에 쓴 글";

    @AfterEach
    void makeRoom() {
        Disk.mend();
    }

    @Test
    void theFormOfADayComesBackFilledWithTheReasonOnTopAndCanBeSentAgain() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", TYPED);
        form.put("action", "save");

        Disk.fill();
        MvcResult refused = send("/journal/" + DAY, form);
        assertThat(refused.getResponse().getStatus()).isEqualTo(507);
        assertThat(refused.getResponse().getHeader("Retry-After")).isEqualTo("5");
        assertThat(html(refused)).contains(TYPED, "관리형 **데이터베이스**", "디스크가 가득 찼습니다", "name=\"version\" value=\"0\"");
        assertThat(stored(DAY)).doesNotContain(TYPED);

        Disk.mend();
        assertThat(send("/journal/" + DAY, form).getResponse().getStatus()).isEqualTo(302);
        assertThat(stored(DAY)).contains(TYPED);
    }

    /** Then the day itself cannot be read, on which the form is based. */
    @Test
    void aStoreThatCannotEvenBeReadTakesNothingFromTheForm() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", TYPED);
        form.put("compare", "true");

        Disk.close();
        for (String address : new String[] {"/journal/" + DAY, "/journal"}) {
            MvcResult refused = send(address, form);
            assertThat(refused.getResponse().getStatus()).isEqualTo(503);
            assertThat(html(refused)).contains(TYPED, "지금은 일지를 열 수 없습니다");
        }
        form.put("action", "topic-add");
        assertThat(html(send("/journal/" + DAY, form))).contains(TYPED);
    }

    @Test
    void anAutosaveIsToldTheReasonInTheReadersLanguage() throws Exception {
        bring(FILE, DAY);
        Disk.fill();
        MvcResult refused = mvc.perform(filled("/journal/" + DAY, formOf(DAY))
                        .param("scrum.todo", "새 할 일")
                        .accept("application/json"))
                .andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(507);
        assertThat(html(refused)).contains("\"reason\":\"notstored\"", "디스크가 가득 차서");

        MvcResult english = mvc.perform(filled("/journal", Map.of("date", "2025-03-07", "retrospective", TYPED))
                        .locale(Locale.ENGLISH)
                        .accept("application/json"))
                .andReturn();
        assertThat(html(english)).contains("the disk is full");
    }

    /** A file that was sent need not be looked for and sent once more; the date that was typed for it stays, too. */
    @Test
    void aFileThatWasBroughtInIsCarriedOnThePage() throws Exception {
        String content = Base64.getEncoder().encodeToString(FILE.getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = Map.of("content", content, "fileName", "a.md", "date", "2025-04-01");

        Disk.fill();
        MvcResult pasted = send("/journal/import", Map.of("text", FILE));
        assertThat(pasted.getResponse().getStatus()).isEqualTo(507);
        assertThat(html(pasted)).contains(content, "디스크가 가득 찼습니다");
        MvcResult confirmed = send("/journal/import/confirm", form);
        assertThat(confirmed.getResponse().getStatus()).isEqualTo(507);
        assertThat(html(confirmed)).contains(content, "value=\"2025-04-01\"");

        Disk.close();
        assertThat(html(send("/journal/import", Map.of("text", FILE)))).contains("관리형 **데이터베이스**", "지금은 일지를 열 수 없습니다");

        Disk.mend();
        assertThat(send("/journal/import/confirm", form).getResponse().getStatus())
                .isEqualTo(302);
        assertThat(stored(LocalDate.of(2025, 4, 1))).isEqualTo(FILE);
    }

    /** One place says it for pages, forms and programs; where nothing was typed, the error page is enough. */
    @Test
    void everythingElseIsRefusedWithTheSameNumbers() throws Exception {
        bring(FILE, DAY);
        Disk.fill();
        assertThat(send("/journal/" + DAY + "/delete", Map.of("version", "0"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(507);
        assertThat(open("/journal/" + DAY).getResponse().getStatus()).isEqualTo(200);
        Disk.close();
        for (String address :
                new String[] {"/", "/journal", "/journal/" + DAY, "/api/v1/entries/" + DAY, "/api/v1/entries"}) {
            MvcResult answer = open(address);
            assertThat(answer.getResponse().getStatus()).as(address).isEqualTo(503);
            assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("5");
        }
    }
}
