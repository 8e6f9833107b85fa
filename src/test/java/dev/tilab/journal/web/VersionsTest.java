package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Versions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** Having back what a day said before. */
class VersionsTest extends PageStory {

    private static final String PAGE = "/journal/2025-09-11/versions";

    @Autowired
    private Versions versions;

    /** Bringing back must neither lose a byte of the earlier text nor the text that it takes the place of. */
    @Test
    void anEarlierTextIsComparedAndBroughtBackAndNothingIsLost() throws Exception {
        bring(FILE, TODAY);
        Map<String, String> form = formOf(TODAY);
        form.put("retrospective", "다시 보니 쉬웠다.");
        send("/journal/2025-09-11", form);
        String changed = stored(TODAY);
        List<Versions.Version> kept = versions.of(TODAY);
        assertThat(kept).hasSize(2);
        long first = kept.get(1).id();

        assertThat(html(open(PAGE)))
                .contains(PAGE + "/" + first)
                .doesNotContain(PAGE + "/" + kept.get(0).id());
        assertThat(html(open(PAGE + "/" + first))).contains("조금 어려웠다.").contains("다시 보니 쉬웠다.");
        assertThat(open(PAGE + "/" + first + "/raw").getResponse().getContentAsByteArray())
                .isEqualTo(FILE.getBytes(StandardCharsets.UTF_8));

        MvcResult back = send(PAGE + "/" + first, Map.of("version", version()));
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11?told=brought-back");
        assertThat(stored(TODAY)).isEqualTo(FILE);
        assertThat(versions.find(TODAY, versions.of(TODAY).get(1).id())
                        .orElseThrow()
                        .file())
                .isEqualTo(changed.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that was left open must not put an old text over what somebody wrote meanwhile. */
    @Test
    void aPageThatIsOutOfDateAsksAgain() throws Exception {
        bring(FILE, TODAY);
        String version = version();
        Map<String, String> form = formOf(TODAY);
        form.put("retrospective", "새 글");
        send("/journal/2025-09-11", form);
        long first = versions.of(TODAY).get(1).id();

        MvcResult late = send(PAGE + "/" + first, Map.of("version", version));
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(late)).contains("그사이").contains("새 글").contains("value=\"" + version() + "\"");
        assertThat(stored(TODAY)).contains("새 글");
    }

    /** Numbers in addresses can be guessed; a text must be had under its own day only. */
    @Test
    void aTextOfAnotherDayIsNotThere() throws Exception {
        bring(FILE, TODAY);
        Entry other = bring(FILE, TODAY.plusDays(1));
        long id = versions.of(other.date()).get(0).id();
        for (String wrong : List.of("/" + id, "/" + id + "/raw", "/x", "/99999999999999999999", "/-1")) {
            assertThat(open(PAGE + wrong).getResponse().getStatus()).as(wrong).isEqualTo(404);
        }
        assertThat(open("/journal/2025-09-13/versions").getResponse().getStatus())
                .isEqualTo(404);
    }

    private String version() {
        return String.valueOf(journal.find(TODAY).orElseThrow().version());
    }
}
