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
        page.locator("input[type=file]").setInputFiles(new FilePayload("2025-03-06.md", "text/markdown", file));
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
}
