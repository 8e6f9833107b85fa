package dev.tilab.journal.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write becomes what they meant; what others slip in becomes nothing. */
class MarkdownRendererTest {

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    private String html(String markdown) {
        return renderer.html(markdown, "t1-", key -> key);
    }

    @Test
    void tablesTasksStrikethroughLinksAndCodeAreRendered() {
        assertThat(html("| a | b |\n|---|:-:|\n| 1 | 2 |"))
                .contains(
                        "<div class=\"tablewrap\" tabindex=\"0\"><table>",
                        "<th>a</th>",
                        "<td align=\"center\">2</td>",
                        "</table></div>");
        assertThat(html("- [x] 끝냄\n- [ ] 아직"))
                .contains(
                        "<li class=\"task\">",
                        "type=\"checkbox\"",
                        "disabled",
                        "aria-label=\"끝냄\"",
                        "aria-label=\"아직\"")
                .containsOnlyOnce("checked");
        assertThat(html("~~지움~~")).contains("<del>지움</del>");
        assertThat(html("https://a.kr/x"))
                .contains("<a href=\"https://a.kr/x\" class=\"bare\" rel=\"noopener noreferrer nofollow\">");
        // Paper says where a link leads that does not say it itself.
        assertThat(html("[말](https://a.kr/x)")).contains("<a href=\"https://a.kr/x\" rel=");
        assertThat(html("```java\nList<String> x = a && b;\n```"))
                .contains("<pre tabindex=\"0\"><code class=\"language-java\">List&lt;String&gt; x")
                .contains("&amp;&amp;");
    }

    @Test
    void headingsBeginAtLevelThreeAndLeaveNoGaps() {
        assertThat(html("### 처음\n## 더 높음\n### 아래\n##### 더 아래\n# 맨 위"))
                .containsSubsequence(
                        "<h3 id=\"t1-처음\"",
                        "<h3 id=\"t1-더-높음\"",
                        "<h4 id=\"t1-아래\"",
                        "<h5 id=\"t1-더-아래\"",
                        "<h3 id=\"t1-맨-위\"");
        assertThat(html("<h1>날것</h1>")).contains("<h3>날것</h3>");
    }

    @Test
    void koreanHeadingsHaveStableAnchorsThatAreUnique() {
        String composed = "## 라운드 로빈";
        String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

        assertThat(html(composed)).contains("id=\"t1-라운드-로빈\"");
        assertThat(html(decomposed)).contains("id=\"t1-라운드-로빈\"");
        assertThat(html("## 예\n## 예\n## 예-2\n## `Round-Robin`, (RR)!\n## 🙂"))
                .contains(
                        "id=\"t1-예\"",
                        "id=\"t1-예-2\"",
                        "id=\"t1-예-2-2\"",
                        "id=\"t1-round-robin-rr\"",
                        "id=\"t1-section\"");
        assertThat(html("[위로](#라운드-로빈)\n\n## 라운드 로빈")).contains("href=\"#t1-");
    }

    @Test
    void noTextCanTakeTheIdOfThePage() {
        assertThat(html("<div id=\"main\">x</div><h2 id=\"main\">y</h2><a id=\"t1-x\" name=\"main\">z</a>"))
                .doesNotContain("main", "t1-x");
    }

    /** R31. Missing files and attachments of other tools are normal. */
    @Test
    void picturesThatCannotBeShownLeaveTheirNames() {
        assertThat(html("![](attachment:0f1e2d3c-aaaa-bbbb-cccc-000000000000:구조도.png)"))
                .contains("class=\"missing-image\"", "구조도.png")
                .doesNotContain("<img", "attachment:");
        assertThat(html("![](image%201.png)")).contains("image 1.png").doesNotContain("<img");
        assertThat(html("<img width=\"300\" alt=\"그림\" src=\"https://github.com/x.png\">"))
                .contains("width=\"300\"", "alt=\"그림\"", "src=\"https://github.com/x.png\"", "loading=\"lazy\"");
        assertThat(html("![x](http://a.kr/x.png)"))
                .contains("href=\"http://a.kr/x.png\"")
                .doesNotContain("<img");
        assertThat(html("![x](data:image/svg+xml;base64,PHN2Zz4=)")).doesNotContain("<img", "base64");
    }

    @Test
    void whatNotionLeavesBehindIsShown() {
        assertThat(html("<aside>\n💡\n\n**중요**\n\n</aside>"))
                .contains("<blockquote class=\"callout\">", "<strong>중요</strong>");
        assertThat(html("하나</br>둘<br>셋")).contains("하나<br />둘<br />셋");
        assertThat(html("<details><summary>더</summary>\n\n글\n\n</details>"))
                .contains("<details><summary>더</summary>", "</details>");
    }

    /** R30. */
    @Test
    void typesInProseAreNotSwallowedAsTags() {
        assertThat(html("`Map` 대신 List<String> 을 쓴다")).contains("List&lt;String&gt; 을");
        assertThat(html("<Component>\n\n글")).contains("&lt;Component&gt;");
    }

    @Test
    void aHeaderCellThatSaysNothingIsNoHeader() {
        assertThat(html("| | a |\n|---|---|\n| b | c |"))
                .contains("<td></td>", "<th>a</th>")
                .doesNotContain("<th></th>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=https://a/x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "<a href=\"java\tscript:alert(1)\">x</a>",
                "<a href=' javascript:alert(1)'>x</a>",
                "<a href='\u0001javascript:alert(1)'>x</a>",
                "<a href=data:text/html,<script>alert(1)</script>>x</a>",
                "<a href=vbscript:msgbox(1)>x</a>",
                "![x](javascript:alert(1))",
                "![\" onerror=\"alert(1)](https://a/b)",
                "[x](https://a \"' onmouseover='alert(1)\")",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<div style=position:fixed;inset:0>x</div>",
                "<style>body{display:none}</style>",
                "<form action=/journal><input type=submit><button formaction=/x>x</button></form>",
                "<input type=text autofocus onfocus=alert(1)>",
                "<input type=checkbox onclick=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>",
                "<body onload=alert(1)>",
                "<meta http-equiv=refresh content=0;url=https://evil>",
                "<base href=https://evil/>",
                "<link rel=stylesheet href=https://evil>",
                "<object data=javascript:alert(1)></object>",
                "<embed src=javascript:alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<<script>alert(1)//<</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "```\"><script>alert(1)</script>\ncode\n```",
                "``` \" onmouseover=alert(1)\ncode\n```",
                "## <img src=x onerror=alert(1)> \"><script>alert(1)</script>",
                "- [x] \"><script>alert(1)</script>",
                "| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|---|---|\n| <td onclick=alert(1)> | x |",
                "<https://a.kr/\"onmouseover=alert(1)>",
                "<a href=\"https://a\" target=_blank onclick=alert(1)>x</a>",
                "<Evil onclick=alert(1)><script>alert(1)</script></Evil>",
            })
    void nothingThatRunsGetsThrough(String attack) {
        assertSafe(html(attack));
        assertSafe(html("글 " + attack + " 글"));
        assertSafe(html("> - " + attack.replace("\n", "\n>   ")));
    }

    /** Pieces of attacks in any order, also ones that nobody has thought of. */
    @Test
    void noMixtureOfPiecesGetsThrough() {
        List<String> pieces = List.of(
                "<script>",
                "</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "javascript:alert(1)",
                "[x](",
                ")",
                "![",
                "](",
                "<a href=\"",
                "\">",
                "'",
                "`",
                "```\n",
                "\n",
                "\n\n",
                "> ",
                "- [ ] ",
                "## ",
                "|---|",
                "| ",
                "<!--",
                "-->",
                "<style>",
                "</style>",
                "<math>",
                "<table>",
                "<td>",
                "<aside>",
                "</aside>",
                "<th>",
                "</th>",
                "<h1>",
                "</h2>",
                "</br>",
                "<input ",
                "type=checkbox ",
                "onclick=alert(1) ",
                "style=x ",
                "&#106;avascript:",
                "&lt;script&gt;",
                "\u0000",
                "글",
                "<div ",
                ">",
                "<",
                "href=javascript:alert(1) ",
                "<textarea>",
                "<noscript>",
                "<title>",
                "<xmp>",
                "</p>",
                "<p ",
                "<iframe ",
                "srcdoc=",
                "{{",
                "}}");
        Random random = new Random(20250306);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertSafe(html(text.toString()));
        }
    }

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][^\\s/>]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=/\"]+)(?:=\"([^\"]*)\")?");
    private static final List<String> ATTRIBUTES = List.of(
            "href",
            "rel",
            "title",
            "src",
            "alt",
            "width",
            "height",
            "loading",
            "start",
            "align",
            "colspan",
            "rowspan",
            "open",
            "id",
            "tabindex",
            "class",
            "type",
            "checked",
            "disabled",
            "aria-label");

    /**
     * Reads the output as a browser does: only quoted attributes of known names on known tags, addresses of known schemes.
     */
    private static void assertSafe(String html) {
        String rest = html.replace("<!-- -->", "");
        Matcher tag = TAG.matcher(rest);
        while (tag.find()) {
            assertThat(tag.group(2))
                    .as(html)
                    .isLowerCase()
                    .isNotIn(
                            "script",
                            "style",
                            "svg",
                            "math",
                            "iframe",
                            "object",
                            "embed",
                            "form",
                            "button",
                            "textarea",
                            "select",
                            "meta",
                            "base",
                            "link",
                            "template",
                            "noscript",
                            "video",
                            "audio",
                            "body");
            Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
            while (attribute.find()) {
                assertThat(attribute.group(1)).as(html).isIn(ATTRIBUTES);
                if (List.of("href", "src").contains(attribute.group(1))) {
                    assertThat(attribute.group(2).toLowerCase(Locale.ROOT))
                            .as(html)
                            .matches("(?s)(https?:|mailto:|#|//).*");
                }
            }
        }
        assertThat(TAG.matcher(rest).replaceAll("")).as(html).doesNotContain("<", ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "- ", "> - ", "*", "**", "_", "[", "![", "![x](", "1. ", "`", "~~", "\\[", "&", "<", "(", "| "
            })
    void nestingOfAnyDepthIsShownWithoutOverflow(String piece) {
        String closing = switch (piece) {
            case "*", "**", "_", "~~" -> piece;
            case "[", "![" -> "](https://a.kr)";
            default -> "";
        };
        String deep = piece.repeat(5_000) + "가" + closing.repeat(5_000);
        assertSafe(html(deep));
        assertSafe(html("글 " + deep));
        assertThat(html("글 " + deep)).contains("가");
    }

    /** Deeper than a browser would nest them, elements are left out by the sanitizer. */
    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<aside>", "<b>", "<table>", "<ul><li>", "<h1>", "<a href=https://a.kr>"})
    void tagsOfAnyDepthDoNotOverflow(String tag) {
        assertSafe(html(tag.repeat(5_000) + "가"));
        assertSafe(html("글 " + tag.repeat(5_000) + "가"));
    }

    /** The largest day there can be, in its most ordinary and in unfriendly shapes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "글 **굵게** `코드` [링크](https://a.kr)\n\n",
                "- [ ] 할 일\n",
                "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
                "## 제목\n",
                "<b>x",
                "[",
                "*a **b ",
                "`a ``b ",
                "> ",
                "<!-- ",
                "a@b.kr ",
                "![",
                "<a ",
                "<a> ",
                "https://a.kr/( ",
                "~a ~~b ",
                "\"'(",
                "<th>"
            })
    void aMebibyteIsRenderedInTime(String piece) {
        String day = piece.repeat(Limits.FILE_BYTES / piece.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> html(day));
    }
}
