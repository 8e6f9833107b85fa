package dev.tilab.journal.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text leads to other days by {@code [[…]]} and by tags; nothing else of it changes. */
class JournalLinksTest {

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    private String html(String markdown) {
        return renderer.html(
                markdown,
                "t-",
                key -> key,
                LineBreaks.KEPT,
                new Surroundings(
                        title -> Optional.of("/journal/2025-03-05#topic-2").filter(href -> title.equals("상태 확인")),
                        TextFiles.NONE));
    }

    @Test
    void aDayAndATopicAreLinksAndAreReadAsTheirLabelsSay() {
        assertThat(html("[[2025-03-05]]과 [[2025-03-05|그날]], [[상태  확인]]"))
                .isEqualTo("<p><a href=\"/journal/2025-03-05\" class=\"within\">2025-03-05</a>과 "
                        + "<a href=\"/journal/2025-03-05\" title=\"2025-03-05\" class=\"within\">그날</a>, "
                        + "<a href=\"/journal/2025-03-05#topic-2\" class=\"within\">상태  확인</a></p>\n");
    }

    /** Its bar would end the cell. */
    @Test
    void inATableTheBarIsEscaped() {
        assertThat(html("| 날 |\n|---|\n| [[2025-03-05\\|그날]] |")).contains("class=\"within\">그날</a>");
    }

    /** A link that leads nowhere is worse than the words that were typed. */
    @Test
    void aTopicThatNoDayHasStaysAsItWasTyped() {
        assertThat(html("[[없는 <b>것</b>]] [[없는 주제|여기]]"))
                .doesNotContain("<a")
                .contains("<span class=\"nowhere\">[[없는 주제|여기]]</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`[[2025-03-05]] #태그`",
                "```sh\n[[2025-03-05]] #태그\n```",
                "![[2025-03-05]]",
                "[[2025-03-05]",
                "[[]]",
                "C#sharp #1 https://a.b/#anchor"
            })
    void codePicturesAndWhatIsNoneStayAsTheyAre(String text) {
        assertThat(html(text)).doesNotContain("within").doesNotContain("class=\"tag\"");
    }

    /** A link in a link is none in HTML: the page would end the outer one where the inner begins. */
    @Test
    void withinALinkNothingIsLinked() {
        assertThat(html("[본문 #태그](https://example.org)"))
                .doesNotContain("class=\"tag\"")
                .contains("본문 #태그</a>");
    }

    @Test
    void aTagLeadsToItsSearchHoweverItWasTyped() {
        assertThat(html("오늘은 #AWS 와 #네트워크,"))
                .contains("<a href=\"/search?tag&#61;aws\" class=\"tag\">#AWS</a> 와 ")
                .contains("<a href=\"/search?tag&#61;%EB%84%A4%ED%8A%B8%EC%9B%8C%ED%81%AC\" class=\"tag\">#네트워크</a>,");
        assertThat(html("#\u1109\u1161\u11BC")).contains("tag&#61;%EC%83%81");
    }

    /** Lists show one line of a text: the signs around a link would be all that is seen of it. */
    @Test
    void inPlainTextALinkIsWhatIsReadOfIt() {
        assertThat(MarkdownRenderer.plain("어제 [[2025-03-05|그날]] [[상태 확인]] `[[a]]` #태그"))
                .isEqualTo("어제 그날 상태 확인 \"[[a]]\" #태그");
    }

    /** Each opener that is looked through to the end for its closer would cost the text's length. */
    @ParameterizedTest
    @ValueSource(strings = {"[[", "[[가", "[[가|", "[[2025-03-05]] ", "#가 ", "#", "]]"})
    void aTextOfNothingButSignsIsReadInNoTime(String part) {
        String text = part.repeat(100_000 / part.length());
        long began = System.nanoTime();
        html(text);
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
}
