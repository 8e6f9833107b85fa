package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Guards against a cancel that says nothing was done while half of it was, and against decisions that a reload throws away. */
    @Test
    void aFolderIsChosenDecidedAboutInterruptedAndTakenAfterAll(@TempDir Path til) throws Exception {
        Path folder =
                Files.createDirectories(til.resolve("2024/Mar")).getParent().getParent();
        for (int day = 0; day < 100; day++) {
            LocalDate date = LocalDate.of(2024, 3, 1).plusDays(day);
            String name = date.getMonthValue() == 3 ? "Mar/%02d.md".formatted(date.getDayOfMonth()) : date + ".md";
            Files.writeString(til.resolve("2024").resolve(name), "### 오늘의 회고\n- " + day + "번째\n");
        }
        Page page = person();
        page.navigate("/journal/import");
        page.locator("#text").fill("붙여 넣은 글");
        page.locator("#folder").setInputFiles(folder);

        // Cancelled on the way there: nothing has been saved, and nothing that was chosen or pasted is gone.
        page.route("**/journal/import", heldOnTheWay -> {});
        page.locator("#files button[type='submit']").click();
        page.locator("#files .sendstate button").click();
        assertThat(page.locator("#files .sendstate")).hasCount(0);
        page.unroute("**/journal/import");
        assertThat(count()).isZero();
        page.evaluate("document.getElementById('files').dataset.files = '99'");
        page.locator("#files button[type='submit']").click();
        assertThat(page.locator("main > .problem")).containsText("한 번에 64 MB, 파일 5,000개까지");
        assertThat(page.locator("#text")).hasValue("붙여 넣은 글");
        page.evaluate("document.getElementById('files').dataset.files = '5000'");
        page.locator("#text").fill("");
        page.locator("#files button[type='submit']").click();
        page.locator("#many").waitFor();
        assertThat(page.locator("#clear .files > li")).hasCount(100);
        assertThat(page.locator("#clear .day").first()).containsText("2024년 3월 1일");

        // Back, forward, a reload and the other language keep the decision.
        page.locator("#clear input[type='checkbox']").first().uncheck();
        page.goBack();
        page.locator("#files").waitFor();
        assertThat(page.evaluate("document.getElementById('folder').files.length"))
                .isEqualTo(100);
        page.goForward();
        assertThat(page.locator("#clear input[type='checkbox']").first()).not().isChecked();
        page.reload();
        assertThat(page.locator("#clear input[type='checkbox']").first()).not().isChecked();
        page.locator(".spine [name='lang']").click();
        assertThat(page.locator("h1")).hasText("What would be imported");
        assertThat(page.locator("#clear input[type='checkbox']").first()).not().isChecked();
        page.locator(".spine [name='lang']").click();
        assertThat(page.locator("h1")).hasText("가져올 내용 확인");

        // The second of three parts is on its way when it is cancelled.
        page.evaluate("""
                () => {
                  const real = window.fetch;
                  let parts = 0;
                  window.fetch = async (...what) => {
                    if (++parts === 2) await new Promise(go => { window.goOn = go; });
                    return real(...what);
                  };
                }""");
        page.locator("#many button[type='submit']").click();
        assertThat(page.locator("#many .sendstate")).containsText("3묶음 중 1묶음 가져옴");
        page.locator("#many .sendstate button").click();
        page.evaluate("window.goOn()");
        assertThat(page.locator("#many .sendstate")).containsText("79일을 가져왔고");
        assertThat(count()).isEqualTo(79);

        page.locator("#many button[type='submit']").click();
        page.locator("#sum").waitFor();
        assertThat(page.locator("#sum")).containsText("20일을 새로 가져왔습니다");
        assertThat(page.locator("#sum")).containsText("79개는 이미 있었습니다");
        assertThat(count()).isEqualTo(99);
        expectNoComplaints();
    }
}
