package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner writes a day as the text that it is, or brings its file. */
class TextBrowserTest extends JournalStory {

    /** The file itself in an editor must be kept as safely as the form: saved by itself, kept in the browser, compared. */
    @Test
    void aDayIsWrittenAsTheTextThatItIs() {
        given("2025-03-12", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-12");
        page.locator("a[href$='/text']").first().click();
        String text = field(page, "text").inputValue();
        field(page, "text").fill(text + "\n## 내 칸\n\n| 가 | 나 |\n|--|--|\n| 하나 | 둘 |\n");
        assertThat(field(page, "preview").locator("td").first()).hasText("하나");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        assertThat(new String(fileOf("2025-03-12"), StandardCharsets.UTF_8))
                .isEqualTo(field(page, "text").inputValue());

        page.route("**/text", Route::abort);
        field(page, "text").pressSequentially("길에서 쓴 글");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
        page.onceDialog(com.microsoft.playwright.Dialog::accept);
        page.navigate("/");
        page.unroute("**/text");
        page.locator("[data-drafts] a").first().click();
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-12/text$"));
        page.locator("[data-draft=restore]").click();
        assertThat(field(page, "text")).hasValue(Pattern.compile("길에서 쓴 글$"));
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        done(page);
        assertThat(page.locator("main")).containsText("길에서 쓴 글");
    }

    @Test
    void aNewDayThatIsWrittenAsTextGoesOnUnderItsOwnAddress() {
        Page page = person();
        page.navigate("/journal/new?date=2025-05-04");
        page.locator("a[href*='/journal/new/text']").click();
        field(page, "text").fill("# 내 방식\n\n하루");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        assertThat(page).hasURL(Pattern.compile("/journal/2025-05-04/text$"));
        field(page, "text").fill("# 내 방식\n\n하루 더");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "unsaved");
        done(page);
        assertThat(page.locator("main")).containsText("하루 더");
        expectNoComplaints();
    }

    @Test
    void aDiaryFileComesInAndGoesOutByteForByte() {
        byte[] file = DAY.replace("DATE", "2025-03-06").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Page page = person();
        page.navigate("/journal/import");
        page.locator("#file").setInputFiles(new FilePayload("2025-03-06.md", "text/markdown", file));
        page.locator("main form button[type=submit]").first().click();
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06"));
        assertThat(fileOf("2025-03-06")).isEqualTo(file);

        page.navigate("/journal/2025-03-06/edit");
        field(page, "retrospective").fill("- 이제 알겠다.");
        done(page);

        String expected = new String(file, StandardCharsets.UTF_8).replace("- 어려웠다.", "- 이제 알겠다.");
        assertThat(new String(fileOf("2025-03-06"), StandardCharsets.UTF_8)).isEqualTo(expected);
        expectNoComplaints();
    }

    /** A folder is dropped, looked at, decided about and taken; more than forty are sent in parts, and what is open is asked at the end. */
    @Test
    void manyFilesAreDroppedLookedAtAndTaken() {
        given("2024-03-02", DAY);
        Page page = person();
        page.navigate("/journal/import");
        page.evaluate("""
                () => {
                  const given = new DataTransfer();
                  for (let day = 1; day <= 44; day++) {
                    const date = new Date(Date.UTC(2024, 2, day)).toISOString().slice(0, 10);
                    given.items.add(new File([`### 오늘의 회고\n- ${day}번째\n`], `${date}.md`));
                  }
                  given.items.add(new File(['PNG'], '사진.png'));
                  document.querySelector('.drop').dispatchEvent(
                    new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));
                }""");
        page.locator("#many").waitFor();
        assertThat(page.locator("#clear .files > li")).hasCount(43);
        assertThat(page.locator("#asked .files > li")).hasCount(1);
        assertThat(page.locator("main")).containsText("사진.png");
        assertThat(page.locator("main")).isFocused();
        page.locator("#asked select").selectOption("create");

        page.locator("#many button[type='submit']").click();
        page.locator("#sum").waitFor();
        assertThat(page.locator("#sum")).containsText("43일을 새로 가져왔습니다");
        assertThat(page.locator("#saved li")).hasCount(43);
        assertThat(page.locator("#asked .files > li")).hasCount(1);
        page.locator("#asked select").selectOption("add");
        page.locator("#many button[type='submit']").click();
        page.locator("#sum >> text=덧붙였습니다").waitFor();
        assertThat(page.locator("#sum")).containsText("1일의 글 뒤에 덧붙였습니다");
        assertThat(new String(fileOf("2024-03-02"), StandardCharsets.UTF_8)).endsWith("- 어려웠다.\n\n### 오늘의 회고\n- 2번째\n");
        expectNoComplaints();
    }
}
