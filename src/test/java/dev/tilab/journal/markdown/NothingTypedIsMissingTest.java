package dev.tilab.journal.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** Every word of a text that is not part of a mark that shows is on the page. Guards against text that is swallowed unseen. */
class NothingTypedIsMissingTest {

    private static final UnaryOperator<String> WORDS = key -> key;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    private String html(String markdown) {
        return renderer.html(markdown, "t1-", WORDS);
    }

    private String seen(String markdown) {
        return HtmlUtils.htmlUnescape(TAG.matcher(html(markdown)).replaceAll(""))
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script",
                "style",
                "iframe",
                "textarea",
                "title",
                "noscript",
                "xmp",
                "plaintext",
                "svg",
                "math",
                "select",
                "template",
                "object",
                "noembed",
                "noframes",
                "listing",
                "Component"
            })
    void aTagThatIsNotShownIsShownAsTypedAndWhatFollowsIsUntouched(String tag) {
        assertThat(seen("본문 <" + tag + "> 뒤\n\n다음 문단")).contains("본문 <" + tag + "> 뒤", "다음 문단");
        assertThat(html("<" + tag + ">\n앞\n\n다음 **문단**")).contains("&lt;" + tag + "&gt;", "앞", "<strong>문단</strong>");
        assertThat(html("<div>\n<" + tag + ">안</div>\n\n**밖**")).contains("&lt;" + tag + "&gt;안", "<strong>밖</strong>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "글 <!-- 안",
                "<!-- 안\n글",
                "글 <![CDATA[ 안",
                "<![CDATA[ 안\n글",
                "<?php 안\n글",
                "<!DOCTYPE 안\n글",
                "<div class=\"안\n글",
                "<div title='안\n\"글",
                "글 <a href=\"안",
                "> <!-- 안\n\n글 -->"
            })
    void whatOpensAndDoesNotEndHidesNothing(String text) {
        assertThat(seen(text + "\n\n다음 **문단** \"끝\"")).contains("글", "안", "다음 문단 \"끝\"");
    }

    @Test
    void aCommentThatEndsIsHiddenAndNothingElse() {
        assertThat(seen("앞 <!-- 숨김 --> 뒤\n\n<!-- 숨김\n숨김 -->\n끝"))
                .contains("앞", "뒤", "끝")
                .doesNotContain("숨김");
    }

    @Test
    void footnotesStandBelowTheTextThatRefersToThem() {
        assertThat(html("각주[^1] 둘[^글]\n\n[^1]: 내용 **굵게**\n[^글]: 다른\n"))
                .contains(
                        "<sup class=\"footnote-ref\"><a href=\"#t1-fn-1\"",
                        "id=\"t1-fnref-1\"",
                        "<li id=\"t1-fn-1\">",
                        "내용 <strong>굵게</strong>",
                        "aria-label=\"markdown.footnote-back 1\"",
                        "<li id=\"t1-fn-글\">");
        assertThat(seen("글\n\n[^2]: 아무도 부르지 않은 것\n\n    둘째 문단")).contains("[^2]: 아무도 부르지 않은 것", "둘째 문단");
        assertThat(seen("글[^1]\n\n[^1]: 하나\n\n[^1]: 같은 이름")).contains("하나", "같은 이름");
        assertThat(seen("글[^없음]")).contains("글[^없음]");
        assertThat(html("<li id=\"fn-1\">x</li><li id=\"fn-1\">y</li><a id=\"main\">z</a>"))
                .containsOnlyOnce("id=\"")
                .doesNotContain("main");
    }

    @Test
    void anAddressThatIsDefinedAndNotUsedIsShown() {
        assertThat(seen("글\n\n[안쓴것]: https://a.kr \"제목\"")).contains("[안쓴것]: https://a.kr \"제목\"");
        assertThat(html("[글][쓴것]\n\n[쓴것]: https://a.kr"))
                .contains("href=\"https://a.kr\"")
                .doesNotContain("]: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **로드 밸런서(ELB)**는 | <strong>로드 밸런서(ELB)</strong>는
            *로드 밸런서(ELB)*는 | <em>로드 밸런서(ELB)</em>는
            ***둘(2)***는 | <em><strong>둘(2)</strong></em>는
            ~~지움(X)~~은 | <del>지움(X)</del>은
            ==표시(X)==은 | <mark>표시(X)</mark>은
            는**(ELB) 로드**는 | 는<strong>(ELB) 로드</strong>는
            **"인용"**이라고 | <strong>&#34;인용&#34;</strong>이라고
            **`코드`**를 | <strong><code>코드</code></strong>를
            **[링크](https://a.kr)**를 | </a></strong>를
            **中文。**中文 | <strong>中文。</strong>中文
            `**a(b)**는` | <code>**a(b)**는</code>
            **bold(x)**after | **bold(x)**after
            snake_case(a)_한 | snake_case(a)_한
            가\uA673**나(다)**라 | 가\uA673<strong>나(다)</strong>라
            """)
    void aRunClosesAfterASignAndBeforeHangul(String text, String html) {
        assertThat(html(text)).contains(html);
    }

    @Test
    void labelsOfLinksAreFoundWhateverStandsInThem() {
        assertThat(html("[가(나)**다]\n\n[가(나)**다]: https://a.kr")).contains("href=\"https://a.kr\"");
    }

    @Test
    void oneTildeIsARange() {
        assertThat(html("10~20분 걸리고 30~40분")).contains("10~20분 걸리고 30~40분");
        assertThat(html("~~지움~~")).contains("<del>지움</del>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.com에서 봤다 | https://example.com | 에서 봤다
            https://ko.wikipedia.org/wiki/로드_밸런싱 | https://ko.wikipedia.org/wiki/로드_밸런싱 |
            https://ko.wikipedia.org/wiki/로드_밸런싱을 봄 | https://ko.wikipedia.org/wiki/로드_밸런싱을 | 봄
            https://docs.aws.amazon.com/elb를 봤다 | https://docs.aws.amazon.com/elb | 를 봤다
            https://한글.kr/가 | https://한글.kr/가 |
            www.example.com은 | www.example.com | 은
            (https://a.kr/x)에서 | https://a.kr/x | )에서
            https://a.kr/TCP의_이해 | https://a.kr/TCP의_이해 |
            """)
    void aParticleBehindAnAddressIsText(String text, String address, String rest) {
        String html = html(text);
        assertThat(html)
                .contains(">" + address + "</a>"
                        + (rest == null ? "" : rest.substring(0, 1).equals("봄") ? " 봄" : rest));
        assertThat(html).containsPattern("href=\"(http://)?" + Pattern.quote(address) + "\"");
    }

    @Test
    void aSurplusCellStays() {
        assertThat(html("| a | b |\n|---|---|\n| `x|y` | 2 |")).contains("<td><code>x|y</code></td>", "<td>2</td>");
        assertThat(html("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |")).contains("<td>1</td>", "<td>2 | 3 | 4</td>");
        assertThat(html("a | b\n---|---\n1 | 2 | 3")).contains("<td>2 | 3</td>");
        assertThat(html("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |")).contains("<td>1 | 2</td>", "<td>3</td>");
    }

    @Test
    void aLineOfTheTextIsALineOfThePage() {
        assertThat(html("- 할 일 하나\n둘째 줄\n\n셋째\n넷째")).contains("할 일 하나<br />\n둘째 줄", "셋째<br />\n넷째");
    }

    @Test
    void whatStandsBehindAFenceIsTheCodesTitle() {
        assertThat(html("```java App.java 의 앞부분\nx\n```"))
                .contains("<p class=\"code-title\">App.java 의 앞부분</p>", "language-java");
        assertThat(html("```설명\nx\n```")).contains("<p class=\"code-title\">설명</p>");
        assertThat(html("```java\nx\n```")).doesNotContain("code-title");
    }

    @Test
    void calloutsHaveTheirKindAndTitle() {
        assertThat(html("> [!NOTE]\n> 글"))
                .contains(
                        "<blockquote class=\"callout note\">",
                        "<p class=\"callout-title\">markdown.callout.note</p>",
                        "<p>글</p>");
        assertThat(html("> [!warning] 조심 **해요**\n> 글"))
                .contains(
                        "<blockquote class=\"callout warning\">",
                        "<p class=\"callout-title\">조심 <strong>해요</strong></p>");
        assertThat(html("> [!모름] 글")).contains("[!모름] 글");
    }

    @Test
    void markedWordsAndComparisonsAreToldApart() {
        assertThat(html("==중요== 하다")).contains("<mark>중요</mark>");
        assertThat(html("if (a==b && c==d) x == y == z ===")).doesNotContain("<mark>");
    }

    @Test
    void formulasAndPricesAreToldApart() {
        assertThat(html("$a_1 * b_2$는")).contains("<code class=\"language-math\">a_1 * b_2</code>는");
        assertThat(html("글\n\n$$\nx = *y*\n- z\n$$\n\n끝"))
                .contains("<code class=\"language-math\">x &#61; *y*\n- z\n</code>", "끝");
        assertThat(html("$10와 $20, $HOME/bin:$PATH ${A}와 ${B}")).doesNotContain("language-math");
        assertThat(html("$$\n끝나지 않음\n\n**글**")).contains("<strong>글</strong>");
    }

    /** Marks in any order around words that are each unlike all others. */
    @Test
    void noMixtureOfMarksSwallowsAWord() {
        List<String> marks = List.of(
                "*",
                "**",
                "~~",
                "~",
                "==",
                "_",
                "`",
                "```",
                "```\n",
                "\n```\n",
                "\n",
                "\n\n",
                "> ",
                "- ",
                "1. ",
                "- [ ] ",
                "# ",
                "\n## ",
                "|",
                "| ",
                "\n|---|---|\n",
                "[",
                "]",
                "(",
                ")",
                "](",
                "![",
                "[^",
                "]: ",
                "\n[^1]: ",
                "[^1]",
                "\n[a]: ",
                "[a]",
                "<",
                ">",
                "</",
                "<div>",
                "</div>",
                "<script>",
                "</script>",
                "<b>",
                "<style>",
                "<details>",
                "<summary>",
                "<table>",
                "<tr><td>",
                "<td>",
                "<th>",
                "<ul>",
                "<li>",
                "<p>",
                "<h2>",
                "<a>",
                "<br>",
                "<pre>",
                "<textarea>",
                "<svg>",
                "<!--",
                "<![CDATA[",
                "<?",
                "\"",
                "'",
                "&",
                "&lt;",
                "\\",
                "$",
                "$$",
                "\n$$\n",
                "    ",
                "\t",
                "> [!NOTE] ",
                "<aside>",
                "https://",
                "www.",
                "@",
                ":",
                "\n---\n",
                "\n===\n",
                "(ELB)",
                "<ruby>",
                "<rt>",
                "<select>",
                "<option>",
                "<dl>",
                "<dd>");
        Random random = new Random(20250306);
        List<String> lost = new ArrayList<>();
        for (int round = 0; round < 6_000; round++) {
            StringBuilder text = new StringBuilder();
            List<String> words = new ArrayList<>();
            for (int i = 1 + random.nextInt(12); i >= 0; i--) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    text.append(marks.get(random.nextInt(marks.size())));
                }
                String word = (random.nextBoolean() ? "가" : "w") + words.size() + "x";
                words.add(word);
                text.append(random.nextInt(4) == 0 ? " " : "").append(word).append(random.nextInt(3) == 0 ? " " : "");
            }
            String html = html(text.toString());
            for (String word : words) {
                if (!html.contains(word) && !partOfAMark(text.toString(), word)) {
                    lost.add(word + " of\n" + text + "\n---\n" + html);
                }
            }
        }
        assertThat(lost.stream().limit(8)).as(lost.size() + " words").isEmpty();
    }

    /** In a tag, where the page has no use for it. */
    private static boolean partOfAMark(String text, String word) {
        Matcher tag = Pattern.compile("</?[a-zA-Z][^<>]*>").matcher(text);
        while (tag.find()) {
            if (tag.group().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
