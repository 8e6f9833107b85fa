package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Scrum;
import dev.tilab.journal.template.DayFields.Topic;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit does to the lines of a file. */
class TilDocumentEditTest {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 2);

    /** Guards against an edit that reaches further than its own line, in a file with any line ends. */
    @ParameterizedTest
    @ValueSource(strings = {"canonical.md", "crlf.md", "mixed-ends.md"})
    void changingTheRetrospectiveChangesItsLine(String name) {
        TilDocument document = Fixture.read(name);
        String line = "- 그림을 그려 보니 빨리 이해됐다.";
        TilDocument edited = document.with(retrospective(document.fields(), "- 다시 보니 쉽다."));
        assertThat(edited.text()).isEqualTo(document.text().replace(line, "- 다시 보니 쉽다."));
    }

    @Test
    void changingOneLineOfABodyLeavesItsOtherLines() {
        TilDocument document = Fixture.read("mixed-ends.md");
        DayFields f = document.fields();
        Topic topic = f.topics().get(0);
        List<Topic> topics = List.of(
                new Topic(0, topic.title(), topic.body().replace("한 쌍이", "두 쌍이")),
                f.topics().get(1));
        assertThat(document.with(topics(f, topics)).text())
                .isEqualTo(document.text().replace("한 쌍이", "두 쌍이"));
    }

    @Test
    void aNewLineTakesTheLineEndOfItsNeighbour() {
        TilDocument document = Fixture.read("crlf.md");
        String edited = document.with(
                        retrospective(document.fields(), document.fields().retrospective() + "\n- 더"))
                .text();
        assertThat(edited)
                .contains("이해됐다.\r\n- 더\r\n\r\n### 참고")
                .doesNotContain("\r\r")
                .doesNotEndWith("\n");
        assertThat(edited.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aFileWithoutFinalNewlineStaysWithout() {
        TilDocument document = TilDocument.parse("### 오늘의 회고\n하나");
        assertThat(document.with(retrospective(document.fields(), "하나\n둘")).text())
                .isEqualTo("### 오늘의 회고\n하나\n둘");
    }

    @Test
    void changingTheDateKeepsItsFormAndTheNoteBehindIt() {
        assertThat(dated("## 날짜 : 2025. 3. 6 ☁️ 흐림", LocalDate.of(2025, 11, 7))).isEqualTo("## 날짜 : 2025. 11. 7 ☁️ 흐림");
        assertThat(dated("# 25-03-06", LocalDate.of(2026, 1, 2))).isEqualTo("# 26-01-02");
        assertThat(dated("## 2024-11-30~12-01", LocalDate.of(2025, 1, 31))).isEqualTo("## 2025-01-31~02-01");
    }

    /** Guards against a heading that goes with its words. */
    @Test
    void clearingAFieldKeepsItsHeadingAndKey() {
        TilDocument document = Fixture.read("canonical.md");
        DayFields f = document.fields();
        TilDocument edited = document.with(new DayFields(DAY, Scrum.EMPTY, List.of(), List.of(), "", List.of()));
        assertThat(edited.text())
                .contains("- 오늘 할 일\n- 특이사항 : \n- 작일 할 일 : \n- 작일 회고 : \n")
                .contains("### 새로 배운 내용\n\n### 오늘의 도전")
                .contains("### 오늘의 회고\n\n### 참고 자료 및 링크\n- [링크 제목](URL)");
        assertThat(edited.fields()).isEqualTo(new DayFields(DAY, Scrum.EMPTY, List.of(), List.of(), "", List.of()));
        assertThat(edited.with(f).fields()).as("and back").isEqualTo(f);
    }

    @Test
    void topicsMoveWithTheirLinesAndNumbers() {
        TilDocument document = Fixture.read("canonical.md");
        List<Topic> topics = new ArrayList<>(document.fields().topics());
        java.util.Collections.reverse(topics);
        topics.add(1, new Topic(DayFields.NEW, "오버레이", "여러 호스트"));
        String edited = document.with(topics(document.fields(), topics)).text();
        assertThat(edited)
                .contains(
                        "### 새로 배운 내용\n#### 주제 1: 볼륨\n컨테이너가 사라져도 남는다.\n\n#### 주제 2: 오버레이\n\n여러 호스트\n\n#### 주제 3: 브리지 네트워크\n\n## 기본 구조\n")
                .contains("docker network ls\n```\n\n### 오늘의 도전 과제와");
        assertThat(edited).hasSize(document.text().length() + "#### 주제 2: 오버레이\n\n여러 호스트\n\n".length());
    }

    @Test
    void removingATopicRemovesItsLinesOnly() {
        TilDocument document = Fixture.read("canonical.md");
        String text = document.text();
        String edited = document.with(
                        topics(document.fields(), document.fields().topics().subList(0, 1)))
                .text();
        int from = text.indexOf("#### 주제 2");
        assertThat(edited).isEqualTo(text.substring(0, from) + text.substring(text.indexOf("### 오늘의 도전")));
    }

    @Test
    void newItemsTakeOverWhatWasNotFilledIn() {
        TilDocument document = Fixture.read("unfilled.md");
        DayFields f = document.fields();
        DayFields next = new DayFields(
                null,
                f.scrum(),
                f.topics(),
                List.of(new Challenge(DayFields.NEW, "느리다", "")),
                f.retrospective(),
                List.of(new Reference(DayFields.NEW, "문서", "https://a.example")));
        TilDocument edited = document.with(next);
        assertThat(edited.text()).contains("- 도전 과제 1: 느리다\n").endsWith("- [문서](https://a.example)\n- [링크 제목](URL)\n");
        assertThat(document.clashes(next)).isEmpty();
    }

    /** Guards against a section that is written where the next reader does not look, or in another language. */
    @Test
    void missingSectionsAreAddedInTheirOrderAndInTheDocumentsStyle() {
        String text = "# TIL\n\n## 데일리 스크럼\n- 하나\n\n## 회고\n좋다\n";
        TilDocument document = TilDocument.parse(text);
        DayFields next = new DayFields(
                null,
                document.fields().scrum(),
                List.of(new Topic(DayFields.NEW, "RDB", "본문")),
                List.of(new Challenge(DayFields.NEW, "느리다", "캐시")),
                "좋다",
                List.of(new Reference(DayFields.NEW, "", "https://a.example")));
        assertThat(document.with(next).text())
                .isEqualTo("# TIL\n\n## 데일리 스크럼\n- 하나\n\n## 새로 배운 내용\n### 주제 1: RDB\n\n본문\n\n## 오늘의 도전 과제와 해결 방법\n"
                        + "- 도전 과제 1: 느리다\n  - 해결 방법: 캐시\n\n## 회고\n좋다\n\n## 참고 자료 및 링크\n- https://a.example\n");
        TilDocument plain = Fixture.read("plain-labels.md");
        DayFields without = plain.fields();
        TilDocument shorter = TilDocument.parse(plain.text().replace("오늘의 회고\n스크럼 시간을 지키자.\n", ""));
        assertThat(shorter.with(retrospective(shorter.fields(), without.retrospective()))
                        .fields())
                .isEqualTo(without);
    }

    @Test
    void aBlankDayIsTheTemplateWithTheDate() {
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            TilDocument blank = TilDocument.blank(DAY, language);
            assertThat(blank.fields()).isEqualTo(new DayFields(DAY, Scrum.EMPTY, List.of(), List.of(), "", List.of()));
            assertThat(blank.notices()).isEmpty();
            DayFields day = Fixture.read("canonical.md").fields();
            TilDocument written = blank.with(day);
            assertThat(written.fields()).isEqualTo(day);
            assertThat(blank.clashes(day)).isEmpty();
            assertThat(written.text()
                            .startsWith(
                                    language == Locale.KOREAN
                                            ? "# TIL Template\n\n## 날짜: 2025"
                                            : "# TIL Template\n\n## Date: 2025"))
                    .isTrue();
        }
        assertThat(TilDocument.blank(DAY, Locale.KOREAN).text()).contains("### 스크럼", "- 오늘 할 일 :", "### 참고 자료 및 링크");
        assertThat(Fixture.read("english.md").fields().challenges()).containsExactly(new Challenge(0, "slow", "cache"));
    }

    /** Guards against what a person types becoming another section without a word. */
    @Test
    void saysWhichLineWouldBeReadAsSomethingElse() {
        TilDocument document = Fixture.read("canonical.md");
        DayFields f = document.fields();
        DayFields next = topics(
                f, List.of(new Topic(0, "A", "하나\n### 참고 자료\n둘"), f.topics().get(1)));
        assertThat(document.clashes(next))
                .contains(new FieldClash("topics[0].body", 2, FieldClash.SECTION_HEADING, "### 참고 자료"));
        assertThat(document.with(next).text()).contains("하나\n### 참고 자료\n둘\n");
        assertThat(document.clashes(topics(
                        f,
                        List.of(
                                new Topic(0, "A", "```\n### 참고 자료\n```"),
                                f.topics().get(1)))))
                .isEmpty();
        assertThat(document.clashes(topics(
                        f,
                        List.of(
                                new Topic(0, "A", "하나\n#### 주제 9: B"),
                                f.topics().get(1)))))
                .contains(new FieldClash("topics[0].body", 2, FieldClash.ITEM_START, "#### 주제 9: B"));
    }

    /** Guards against a writer who is sent to a harmless line and never finds the one that is in the way. */
    @ParameterizedTest
    @CsvSource({
        "topics[0].body, '회고\\n\\n### 참고 자료', 3, section-heading",
        "topics[0].body, '- 오늘 할 일 : 없음\\n- 문제 : x\\n### 참고 자료', 3, section-heading",
        "topics[0].body, '주제 이야기\\n#### 주제 2: x', 2, item-start",
        "topics[0].body, '[링크 제목](URL)\\n### 참고 자료', 2, section-heading",
        "topics[0].body, '```\\n### 참고 자료', 1, unclosed-fence",
        "topics[0].body, '글\\n\\n참고 자료\\n---', 3, section-heading",
        "scrum.todo, '하나\\n### 아무 제목', 2, ends-here",
        "retrospective, '- 도전 과제 1: x\\n### 링크', 2, common-heading",
        "retrospective, '#### 목표\\n#### 참고\\n### 목표', 3, common-heading",
        "topics[0].body, '#### 링크\\n### 링크', 2, common-heading",
    })
    void theLineThatIsBlamedIsTheCause(String field, String text, int line, String code) {
        TilDocument document = Fixture.read("canonical.md");
        DayFields f = document.fields();
        String typed = text.replace("\\n", "\n");
        DayFields next = new DayFields(
                f.date(),
                field.startsWith("scrum") ? new Scrum(typed, "", "", "") : f.scrum(),
                field.startsWith("topics")
                        ? List.of(new Topic(0, "A", typed), f.topics().get(1))
                        : f.topics(),
                f.challenges(),
                field.equals("retrospective") ? typed : f.retrospective(),
                f.references());
        assertThat(document.clashes(next))
                .filteredOn(clash -> clash.field().equals(field))
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.line()).isEqualTo(line);
                    assertThat(clash.code()).isEqualTo(code);
                });
    }

    /** Guards against an edit that tidies the lines beside it. */
    @Test
    void editingOneLineOfTheToDoLeavesTheSpacesAtTheEndsOfTheOthers() {
        String text = "### 스크럼\n- 하나  \n- 둘\t\n- 셋\n\n### 오늘의 회고\n";
        TilDocument document = TilDocument.parse(text);
        DayFields f = document.fields();
        Scrum scrum = new Scrum(f.scrum().todo().replace("셋", "넷"), "", "", "");
        DayFields next = new DayFields(f.date(), scrum, f.topics(), f.challenges(), f.retrospective(), f.references());
        assertThat(document.with(next).text()).isEqualTo(text.replace("셋", "넷"));
    }

    /** Guards against a count that goes 3, 1, 2, and against sections that change places for a title. */
    @ParameterizedTest
    @ValueSource(strings = {"앞의 글\n\n### 새로 배운 내용\n", "### 새로 배운 내용\n앞의 글\n\n"})
    void textInFrontThatIsGivenATitleIsTheFirstTopic(String front) {
        TilDocument document = TilDocument.parse(front + "#### 주제 1: 하나\n첫째\n\n#### 주제 2: 둘\n둘째\n\n### 오늘의 회고\n좋다\n");
        DayFields f = document.fields();
        DayFields next = topics(
                f,
                List.of(new Topic(0, "앞", "앞의 글"), f.topics().get(1), f.topics().get(2)));
        String written = document.with(next).text();
        assertThat(written.lines().filter(line -> line.startsWith("#")))
                .containsExactly("### 새로 배운 내용", "#### 주제 1: 앞", "#### 주제 2: 하나", "#### 주제 3: 둘", "### 오늘의 회고");
        assertThat(document.clashes(next)).isEmpty();
    }

    /** Guards against a heading typed into a topic that opens another one, where the diary has no word for topics. */
    @Test
    void aHeadingInABodyOpensNoTopicOfItsOwn() {
        TilDocument document = TilDocument.parse("### 새로 배운 내용\n#### RDB\n표\n#### ELB\n분산\n");
        DayFields next = topics(document.fields(), List.of(new Topic(0, "RDB", "# 크게\n표"), new Topic(1, "ELB", "분산")));
        assertThat(document.clashes(next)).isEmpty();
        assertThat(document.with(next).text()).isEqualTo("### 새로 배운 내용\n#### 주제 1: RDB\n# 크게\n표\n#### 주제 2: ELB\n분산\n");
    }

    /** R33. Guards against words of a reference's line that are on no page, and against a line that is turned round. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * 문서 [여기](https://a.example/x) 꼭 볼 것 | 문서 여기 꼭 볼 것 | https://a.example/x | * 문서 [여기](https://b.kr) 꼭 볼 것
            - [🔗](https://a.example) 공식 문서 | 🔗 공식 문서 | https://a.example | - [🔗](https://b.kr) 공식 문서
            - 이름 → [링크](https://a.example) | 이름 → 링크 | https://a.example | - 이름 → [링크](https://b.kr)
            -[[a] b](https://a.example) | [a] b | https://a.example | -[[a] b](https://b.kr)
            - [](https://a.example) 말 | 말 | https://a.example | - [](https://b.kr) 말
            - 책: https://a.example 3장 | 책: 3장 | https://a.example | - 책: https://b.kr 3장
            - https://a.example : 말 | 말 | https://a.example | - https://b.kr : 말
            - <https://a.example> | '' | https://a.example | - <https://b.kr>
            - 문서 - https://a.example | 문서 | https://a.example | - 문서 - https://b.kr
            - [문서](https://a.example "풍선") | 문서 | https://a.example | - [문서](https://b.kr "풍선")
            """)
    void aReferenceHasAllWordsOfItsLineAndKeepsItsShape(String line, String title, String url, String readdressed) {
        TilDocument document = TilDocument.parse("### 참고 자료\n" + line + "\n");
        assertThat(document.fields().references()).containsExactly(new Reference(0, title, url));
        assertThat(document.with(references(document, new Reference(0, title, "https://b.kr")))
                        .text())
                .isEqualTo("### 참고 자료\n" + readdressed + "\n");
        DayFields renamed = references(document, new Reference(0, "[새] 것", url));
        assertThat(document.with(renamed).fields().references()).containsExactly(new Reference(0, "[새] 것", url));
        assertThat(document.clashes(renamed)).isEmpty();
    }

    private static DayFields references(TilDocument document, Reference reference) {
        DayFields f = document.fields();
        return new DayFields(null, f.scrum(), f.topics(), f.challenges(), "", List.of(reference));
    }

    /** A real day. */
    @Test
    void readsAndEditsTheSample() throws IOException {
        Optional<byte[]> sample = Fixture.sample("til-2025-03-06.md");
        assumeThat(sample).as("the samples lie beside the project").isPresent();
        TilDocument document = TilDocument.parse(Fixture.text(sample.get()));
        DayFields f = document.fields();
        assertThat(f.date()).isEqualTo("2025-03-06");
        assertThat(f.scrum())
                .isEqualTo(new Scrum("클라우드 실습 - code deploy", "AWS 비용 메일", "클라우드 실습", "로드 밸런서 연결이 되지 않았다."));
        assertThat(f.topics()).extracting(Topic::title).containsExactly("RDB", "ELB", "Lamda");
        assertThat(f.topics().get(1).body()).startsWith("### 로드 밸런싱").endsWith("EC2 인스턴스를 늘림");
        assertThat(f.challenges())
                .containsExactly(new Challenge(0, "AWS codedeploy, self hosting 실습", ""), new Challenge(1, "코테공부", ""));
        assertThat(f.retrospective()).startsWith("- 실습하는데 집중이");
        assertThat(f.references()).isEmpty();
        assertThat(document.with(f).text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(sample.get());
        assertThat(document.with(retrospective(f, "- 끝")).text())
                .isEqualTo(document.text().replace(f.retrospective(), "- 끝"));
    }

    private static String dated(String line, LocalDate date) {
        TilDocument document = TilDocument.parse(line + "\n\n### 회고\n");
        return document.with(TilDocumentReadTest.withDate(document.fields(), date))
                .text()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static DayFields retrospective(DayFields f, String text) {
        return new DayFields(f.date(), f.scrum(), f.topics(), f.challenges(), text, f.references());
    }

    private static DayFields topics(DayFields f, List<Topic> topics) {
        return new DayFields(f.date(), f.scrum(), topics, f.challenges(), f.retrospective(), f.references());
    }
}
