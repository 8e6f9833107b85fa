package dev.tilab.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Tags;
import dev.tilab.journal.template.Property;
import dev.tilab.journal.template.TilDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A day is cut into passages along its shape; what falls between them is found by nobody. */
class PassagesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private static List<Passages.Piece> pieces(String text) {
        return Passages.pieces(TilDocument.parse(text));
    }

    private static String all(List<Passages.Piece> pieces) {
        return pieces.stream().map(piece -> piece.title() + "\n" + piece.text()).collect(Collectors.joining("\n"));
    }

    static List<Path> diaries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/diaries"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diaries")
    void everyWordOfADayIsInAPassage(Path diary) throws IOException {
        TilDocument day = TilDocument.parse(Files.readString(diary, StandardCharsets.UTF_8));
        Stream<String> said = Stream.of(
                        day.fields().texts().values().stream(),
                        Stream.concat(day.extras().stream(), day.leftOver().stream())
                                .flatMap(section -> Stream.of(section.title(), section.body())),
                        day.properties().stream().map(Property::value),
                        Stream.of(day.title(), day.dayNote()))
                .flatMap(texts -> texts);
        List<String> words = said.flatMap(
                        text -> WORD.matcher(PlainWords.normal(text)).results().map(word -> word.group()))
                .toList();

        assertThat(words).isNotEmpty();
        assertThat(all(Passages.pieces(day))).contains(words);
    }

    /** A text of a megabyte would be looked at as a whole for each snippet, a file of headings would be a thousand hits. */
    @Test
    void noPassageIsLongAndNoDayIsMany() {
        String line = "가나다라마바사아자차카타파하 0123456789 ".repeat(3) + "\n";
        List<Passages.Piece> longText = pieces("### 회고\n" + line.repeat(1_000));
        assertThat(longText)
                .hasSizeBetween(10, 30)
                .allSatisfy(piece -> assertThat(piece.text().length()).isLessThanOrEqualTo(Passages.CHARACTERS + 1));

        StringBuilder headings = new StringBuilder("### 새로 배운 내용\n");
        for (int i = 0; i < 3_000; i++) {
            headings.append("#### 주제 ")
                    .append(i)
                    .append(": 제목")
                    .append(i)
                    .append("\n글")
                    .append(i)
                    .append('\n');
        }
        List<Passages.Piece> many = pieces(headings.toString());
        assertThat(many).hasSizeLessThan(620);
        assertThat(all(many)).contains("제목2999").contains("글2999").contains("글1500");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            **로드**밸런서; 로드밸런서
            - [x] `kubectl apply`; kubectl apply
            > ### 인용; 인용
            [문서](https://aws.amazon.com/a_b); 문서 https://aws.amazon.com/a_b
            | 이름 | 값 |; 이름 값
            snake_case a*b C# #태그; snake_case a*b C# #태그
            """)
    void whatIsShownOfATextIsItsWords(String markdown, String words) {
        assertThat(PlainWords.of(markdown)).isEqualTo(words);
    }

    /** What language a code is in stood in the middle of sentences. */
    @Test
    void theLanguageOfACodeIsFoundAndNotShown() {
        String text = PlainWords.of("먼저\n```bash title=run\nkubectl apply\n```\n끝");

        assertThat(text).contains("bash");
        assertThat(Snippet.of(text)).isEqualTo("먼저 kubectl apply 끝");
        assertThat(Snippet.of(text.replace("bash", Snippet.START + "bash" + Snippet.END)))
                .contains("<mark>bash</mark>");
        assertThat(PlainWords.of("``` 한 줄 ```")).isEqualTo("한 줄");
    }

    /** Reading takes time in the length of a text, whatever the text. */
    @Test
    void noTextTakesLongToBeMadePlain() {
        for (String part :
                new String[] {"[", "> ", "-", "| ", "`", "![a](", "*", " ", "\t>", "---|", "--- ", "#태그 ", "_-_"}) {
            String text = part.repeat(200_000 / part.length());
            long began = System.nanoTime();
            PlainWords.of(text);
            Tags.of(TilDocument.parse(text.substring(0, 20_000)));
            assertThat(System.nanoTime() - began).as(part).isLessThan(20_000_000_000L);
        }
    }

    @Test
    void tagsAreThoseOfTheTextAndOfItsHeadButNotOfItsCode() {
        TilDocument day = TilDocument.parse("""
                ---
                tags: [AWS, "네트워크"]
                ---
                ### 회고
                #회고 오늘은 #VPC와 #elb, `#code` https://a.b/#anchor #1 C#sharp
                ```sh
                # comment
                #include
                ```
                #끝
                """);

        assertThat(Tags.of(day))
                .contains("aws", "네트워크", "회고", "elb", "끝")
                .doesNotContain("code", "anchor", "1", "include", "sharp");
    }
}
