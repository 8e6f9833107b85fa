package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Scrum;
import dev.tilab.journal.template.DayFields.Topic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How real diaries differ from the template, and what is read out of them all the same. */
class TilDocumentReadTest {

    /** Guards against the plain case going wrong while the odd ones are served. */
    @Test
    void readsTheCanonicalForm() {
        DayFields day = Fixture.read("canonical.md").fields();
        assertThat(day.date()).isEqualTo("2025-04-02");
        assertThat(day.scrum()).isEqualTo(new Scrum("도커 네트워크 복습", "오후에 면담", "이미지 빌드", "캐시를 이해했다."));
        assertThat(day.topics()).extracting(Topic::title).containsExactly("브리지 네트워크", "볼륨");
        assertThat(day.topics().get(0).body()).startsWith("## 기본 구조\n\n-").endsWith("docker network ls\n```");
        assertThat(day.challenges())
                .containsExactly(new Challenge(0, "포트 충돌", "호스트 포트를 바꿨다."), new Challenge(1, "느린 빌드", ""));
        assertThat(day.retrospective()).isEqualTo("- 그림을 그려 보니 빨리 이해됐다.");
        assertThat(day.references()).containsExactly(new Reference(0, "네트워킹", "https://docs.example.com/network"));
    }

    /** R2. Guards against line ends that leak into fields. */
    @ParameterizedTest
    @ValueSource(strings = {"crlf.md", "mixed-ends.md"})
    void lineEndsMakeNoDifferenceToTheFields(String name) {
        assertThat(Fixture.read(name).fields())
                .isEqualTo(Fixture.read("canonical.md").fields());
    }

    /** R3, R5. Guards against headings that are missed because macOS stores Hangul in pieces, or a space is no space. */
    @Test
    void decomposedHangulAndStrangeSpacesAreTheSameWords() {
        String text = Fixture.read("canonical.md").text();
        String odd = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replace("### ", "###\u00a0\u200b");
        DayFields day = TilDocument.parse(odd).fields();
        assertThat(day.topics()).hasSize(2);
        assertThat(day.scrum().yesterdayTodo())
                .isEqualTo(java.text.Normalizer.normalize("이미지 빌드", java.text.Normalizer.Form.NFD));
        assertThat(day.retrospective()).isNotEmpty();
        String family = "👨‍👩‍👧";
        assertThat(TilDocument.parse("### 회고\n" + family).fields().retrospective())
                .isEqualTo(family);
    }

    /** R6, R10. Guards against a form of the date line that nobody thought of while writing the reader. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## 날짜: 2025-03-06 | 2025-03-06 | ",
                "## 날짜: 2025-03-06 ☁️ 흐림 | 2025-03-06 | ☁️ 흐림",
                "날짜: 2025-03-06 | 2025-03-06 | ",
                "## 2025-02-04 | 2025-02-04 | ",
                "# 2024-12-01 | 2024-12-01 | ",
                "## 📆 2024-11-29 | 2024-11-29 | ",
                "#### 날짜: 2025-03-06 | 2025-03-06 | ",
                "## 날짜 : 2025-03-06 | 2025-03-06 | ",
                "- 날짜: 2025-03-06 | 2025-03-06 | ",
                "## ✧˚ ༘⋆ 2025-02-27 Thu ✧˚ | 2025-02-27 | Thu ✧˚",
                "## 2025 - 03 - 06 | 2025-03-06 | ",
                "**날짜: 2025-03-06** | 2025-03-06 | ",
                "## 2025 06-05 | 2025-06-05 | ",
                "## 2025-0606 | 2025-06-06 | ",
                "## 날짜：2025-03-06 | 2025-03-06 | ",
                "## Date: 2025-03-06 | 2025-03-06 | ",
                "## 날짜: 2025년 3월 6일 (목) | 2025-03-06 | (목)",
                "# TIL 2025-03-06 | 2025-03-06 | "
            })
    void findsTheDateInAnyFormThatPeopleUse(String line, LocalDate date, String note) {
        TilDocument document = TilDocument.parse("# TIL\n\n" + line + "\n\n### 회고\n좋다\n");
        assertThat(document.date()).contains(date);
        assertThat(document.dayNote()).isEqualTo(note == null ? "" : note);
        assertThat(document.fields().topics()).as("the date line is no topic").isEmpty();
        TilDocument moved = document.with(withDate(document.fields(), LocalDate.of(2026, 12, 31)));
        assertThat(moved.date()).contains(LocalDate.of(2026, 12, 31));
        assertThat(moved.dayNote()).isEqualTo(document.dayNote());
    }

    /** R7, R10. Guards against half a date, or a sentence, being taken for the day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 날짜: YYYY-MM-DD",
                "## 날짜: 20YY-MM-DD",
                "## 날짜: 2025-MM-DD",
                "## 날짜: 2025-03-",
                "## 날짜: 2025-",
                "## 날짜:",
                "## 날짜: 2025-02-30",
                "날짜에선 BETWEEN보단 2025-03-06이 낫다",
                "## 20205-03-05",
                "주문은 2025-03-06에 들어왔다고 한다, 정말로"
            })
    void aDateThatIsNotWholeIsNoDate(String line) {
        TilDocument document = TilDocument.parse(line + "\n\n### 회고\n좋다\n");
        assertThat(document.date()).isEmpty();
        assertThat(document.with(withDate(document.fields(), LocalDate.of(2025, 3, 6))))
                .isSameAs(document);
    }

    /** R10. Guards against a weekend's file that loses its second day. */
    @ParameterizedTest
    @CsvSource({
        "2024-11-30~12-01,2024-11-30,2024-12-01",
        "2024-11-23_24,2024-11-23,2024-11-24",
        "20230821~20230827,2023-08-21,2023-08-27"
    })
    void severalDaysAreARange(String days, LocalDate first, LocalDate last) {
        TilDocument document = TilDocument.parse("## 날짜: " + days + "\n### 회고\n");
        assertThat(document.date()).contains(first);
        assertThat(document.endDate()).contains(last);
        TilDocument moved = document.with(withDate(document.fields(), first.plusDays(40)));
        assertThat(moved.endDate()).contains(last.plusDays(40));
    }

    /** R10. Korean and Japanese keyboards write other signs between two days than ASCII's; each is kept as it was written. */
    @ParameterizedTest
    @ValueSource(strings = {"~", "\u301C", "\uFF5E", "\u223C", "-", "\u2013", "\u2014", "\u2212", "\uFF0D"})
    void aRangeMayBeWrittenWithEverySignThatLooksLikeOne(String sign) {
        TilDocument document = TilDocument.parse("## 날짜: 2024-11-30" + sign + "2024-12-01\n### 회고\n");

        assertThat(document.date()).contains(LocalDate.of(2024, 11, 30));
        assertThat(document.endDate()).contains(LocalDate.of(2024, 12, 1));
        assertThat(document.with(withDate(document.fields(), LocalDate.of(2025, 1, 9)))
                        .text())
                .isEqualTo("## 날짜: 2025-01-09" + sign + "2025-01-10\n### 회고\n");
    }

    /** R12, R13. Guards against a synonym or decoration that hides a section. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "### 오늘의 회고",
                "## 회고",
                "#### 금일 회고",
                "# 느낀점",
                "### 🌙 오늘의 회고 🌙",
                "### **회고**",
                "### :memo: 회고 :",
                "### 오늘의  회고",
                "### Retrospective",
                "### 5. 회고",
                "   ### 회고 ###",
                "###\t회고"
            })
    void findsTheRetrospectiveUnderItsNames(String heading) {
        assertThat(TilDocument.parse(heading + "\n좋다\n").fields().retrospective())
                .isEqualTo("좋다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"새로 배운 내용", "새로 배운 내용 (내 언어로 정리하기)", "오늘 배운 내용", "학습 내용", "학습내용", "What I learned"})
    void findsWhatWasLearnedUnderItsNames(String heading) {
        DayFields day =
                TilDocument.parse("글\n## " + heading + "\n### 주제 1: 이름\n내용").fields();
        assertThat(day.topics()).extracting(Topic::title).containsExactly("", "이름");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "오늘의 도전 과제와 해결 방법",
                "오늘의 도전 과제",
                "오늘의 이슈",
                "오늘의 이슈와 해결 방법",
                "트러블 슈팅",
                "트러블슈팅",
                "오늘의 도전 과제 & 해결 방법"
            })
    void findsChallengesUnderTheirNames(String heading) {
        assertThat(TilDocument.parse("## " + heading + "\n- 느리다").fields().challenges())
                .containsExactly(new Challenge(0, "느리다", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"참고 자료 및 링크", "참고자료 및 링크", "참고 링크 (선택)", "블로그 정리 링크", "블로그(·노션·깃) 정리 링크", "References"})
    void findsReferencesUnderTheirNames(String heading) {
        assertThat(TilDocument.parse("## " + heading + "\nhttps://a.example")
                        .fields()
                        .references())
                .containsExactly(new Reference(0, "", "https://a.example"));
    }

    /** R20. Guards against a heading in a topic's body that ends the section. */
    @Test
    void onlyKnownLabelsEndASection() {
        DayFields day = TilDocument.parse("### 새로 배운 내용\n#### 주제 1: A\n# 큰 제목\n## 회고록 쓰는 법\n본문\n### 오늘의 회고\n끝")
                .fields();
        assertThat(day.topics()).containsExactly(new Topic(0, "A", "# 큰 제목\n## 회고록 쓰는 법\n본문"));
        assertThat(day.retrospective()).isEqualTo("끝");
    }

    /** R14, R23, R26. */
    @Test
    void readsEmojiHeadingsBoldTopicsAndMergedHeadings() {
        TilDocument document = Fixture.read("emoji.md");
        DayFields day = document.fields();
        assertThat(document.date()).contains(LocalDate.of(2025, 2, 27));
        assertThat(day.scrum().todo()).isEqualTo("발표 준비\n- 자료\n- 연습");
        assertThat(day.scrum().specialNotes()).isEqualTo("시간 부족");
        assertThat(day.topics())
                .containsExactly(new Topic(0, "헬스 체크", "임계값을 넘으면 뺀다."), new Topic(1, "드레이닝", "남은 요청을 기다린다."));
        assertThat(day.challenges()).containsExactly(new Challenge(0, "502가 나왔다\n대상이 아직 뜨지 않았다.", "유예 시간을 늘렸다."));
        assertThat(day.retrospective()).isEqualTo("뿌듯하다");
        assertThat(codes(document)).contains(Notice.TWO_ROLES);
    }

    /** R15, R23. Guards against the word of a label inside a sentence, and against a diary without any hash. */
    @Test
    void readsLabelsWithoutHashesWhereTheyStandTogether() {
        DayFields day = Fixture.read("plain-labels.md").fields();
        assertThat(day.date()).isEqualTo("2024-10-07");
        assertThat(day.scrum().todo()).isEqualTo("- 학습 목표 1 : 인덱스 이해\n- 학습 목표 2 : 실행 계획 읽기");
        assertThat(day.topics())
                .containsExactly(new Topic(0, "B-Tree", "날짜에선 BETWEEN보단 부등호가 낫다."), new Topic(1, "커버링 인덱스", ""));
        assertThat(day.retrospective()).isEqualTo("스크럼 시간을 지키자.");
        assertThat(day.references()).hasSize(1);
        assertThat(TilDocument.parse("어떤 글\n회고\n그리고 더").fields().retrospective())
                .as("alone it is a word")
                .isEmpty();
    }

    /** R21. */
    @Test
    void textBeforeTheFirstSectionIsATopicWithoutTitle() {
        DayFields day = Fixture.read("free-form.md").fields();
        assertThat(day.date()).isEqualTo("2024-11-29");
        assertThat(day.topics()).hasSize(1);
        assertThat(day.topics().get(0).title()).isEmpty();
        assertThat(day.topics().get(0).body()).startsWith("오늘은 서브넷을").endsWith("끝.");
    }

    /** R17, R18, R19. */
    @Test
    void repeatedSectionsFollowEachOtherAndExtraOnesKeepTheirName() {
        TilDocument document = Fixture.read("repeated.md");
        assertThat(document.fields().topics()).extracting(Topic::title).containsExactly("앞", "뒤");
        assertThat(document.fields().retrospective()).isEqualTo("하나\n\n둘");
        assertThat(document.extras()).containsExactly(new Section("오늘 한 일", "산책", 7));
    }

    /** R5, R10, R22, R28, R29, R33. */
    @Test
    void readsWhatNotionLeavesBehind() {
        TilDocument document = Fixture.read("notion.md");
        DayFields day = document.fields();
        assertThat(document.date()).contains(LocalDate.of(2024, 11, 30));
        assertThat(document.endDate()).contains(LocalDate.of(2024, 12, 1));
        assertThat(document.dayNote()).isEqualTo("주말");
        assertThat(document.slices())
                .anyMatch(slice ->
                        slice.kind() == Slice.Kind.PROPERTY && slice.text().startsWith("생성일"));
        assertThat(day.topics()).extracting(Topic::title).containsExactly("", "대상 추적", "휴지 기간");
        assertThat(day.topics().get(0).body())
                .as("the callout")
                .startsWith("<aside>")
                .endsWith("</aside>");
        assertThat(day.topics().get(1).body()).contains("### 회고");
        assertThat(day.retrospective()).as("### 회고 stands in a fence").isEmpty();
        assertThat(document.extras())
                .extracting(Section::title, Section::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("결과", "평균 60%"),
                        org.assertj.core.groups.Tuple.tuple("참고 링크 (선택)", "![그림](attachment:1:x.png)"));
        assertThat(day.references())
                .containsExactly(
                        new Reference(0, "공식 문서", "https://docs.example.com/as(v2)"),
                        new Reference(1, "블로그 [2편] 추천", "https://blog.example.com"),
                        new Reference(2, "교재 5장", ""));
        assertThat(codes(document)).contains(Notice.NOTION_ATTACHMENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ## Date: January 5, 2031 | 2031-01-05 | ## Date: March 9, 2032
            # 5 Jan 2031 | 2031-01-05 | # 9 Mar 2032
            날짜: 2031-01-05T09:00:00Z | 2031-01-05 | 날짜: 2032-03-09T09:00:00Z
            """)
    void datesInEnglishAndOfMachinesAreReadAndWritten(String line, java.time.LocalDate date, String moved) {
        TilDocument document = TilDocument.parse(line + "\n\n### 회고\n좋다\n");
        assertThat(document.date()).contains(date);
        DayFields f = document.fields();
        DayFields later = new DayFields(
                java.time.LocalDate.of(2032, 3, 9),
                f.scrum(),
                f.topics(),
                f.challenges(),
                f.retrospective(),
                f.references());
        assertThat(document.with(later).text()).startsWith(moved + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 웹 개념, JS (2026.02.28)\n\n글\n",
                "# 웹\n생성일: 2026년 2월 28일 오전 2:55\n\n글\n",
                "# 웹\nCreated: February 28, 2026 2:55 AM\n\n글\n"
            })
    void whereNoLineSaysTheDateOneIsGuessed(String text) {
        TilDocument document = TilDocument.parse(text);
        assertThat(document.date()).isEmpty();
        assertThat(document.guessedDate()).contains(java.time.LocalDate.of(2026, 2, 28));
    }

    @Test
    void marksAroundNothingAreNoContent() {
        TilDocument document =
                TilDocument.parse("### 스크럼\n- \n### 새로 배운 내용\n#### 주제 1: \n<aside>\n\n</aside>\n#### 주제 2:\n<br/>\n"
                        + "### 오늘의 도전 과제\n- \n### 오늘의 회고\n- \n<br>\n### 참고 자료\n- \n");
        DayFields day = document.fields();
        assertThat(day.scrum()).isEqualTo(DayFields.Scrum.EMPTY);
        assertThat(day.topics()).isEmpty();
        assertThat(day.challenges()).isEmpty();
        assertThat(day.retrospective()).isEmpty();
        assertThat(day.references()).isEmpty();
        assertThat(TilDocument.parse("### 새로 배운 내용\n#### 주제 1:\n<aside>\n글\n</aside>\n")
                        .fields()
                        .topics())
                .hasSize(1);
    }

    /** Guards against a head that is shown as the first topic, its first line as a heading. */
    @Test
    void frontMatterIsPropertiesAndATitleIsTheDaysOwn() {
        TilDocument blog = TilDocument.parse(
                "---\ntitle: \"웹 개념, JS\"\ndate: 2025-03-06\ntags:\n  - web\n  - js\n---\n\n### 회고\n좋다\n");
        assertThat(blog.date()).contains(LocalDate.of(2025, 3, 6));
        assertThat(blog.title()).isEqualTo("웹 개념, JS");
        assertThat(blog.properties())
                .containsExactly(new Property("title", "웹 개념, JS"), new Property("tags", "web, js"));
        assertThat(TilDocument.parse("---\ntitle: 웹\n---\n# TIL\n\n### 회고\n좋다\n")
                        .title())
                .as("the template's heading is no title")
                .isEqualTo("웹");
        TilDocument inLine = TilDocument.parse("---\ntags: [web, 'ELB', ]\nref: [a] and [b]\n---\n\n### 회고\n좋다\n");
        assertThat(inLine.properties())
                .containsExactly(new Property("tags", "web, ELB"), new Property("ref", "[a] and [b]"));
        assertThat(blog.fields().topics()).isEmpty();
        assertThat(TilDocument.parse("# 웹 개념, JS\n\n## 날짜: 2025-03-06\n### 회고\n좋다\n")
                        .title())
                .isEqualTo("웹 개념, JS");
        assertThat(TilDocument.parse("# TIL Template\n\n## 날짜: 2025-03-06\n").title())
                .isEmpty();
        assertThat(TilDocument.parse("---\n줄이다\n").properties()).isEmpty();
    }

    /** Guards against a lesson that is read as a to-do, and copied into the next day. */
    @Test
    void aScrumEndsWhereTopicsBeginOrAHeadingStandsAsHigh() {
        DayFields topics = TilDocument.parse(
                        "### 스크럼\n- 오늘 할 일: 실습\n\n#### 주제 1: ELB\n나눈다\n#### 주제 2: ASG\n는다\n\n### 회고\n좋다\n")
                .fields();
        assertThat(topics.scrum().todo()).isEqualTo("실습");
        assertThat(topics.topics()).extracting(Topic::title).containsExactly("ELB", "ASG");
        assertThat(topics.retrospective()).isEqualTo("좋다");

        DayFields own = TilDocument.parse("## 스크럼\n- 실습\n## 로드 밸런싱\n나눈다\n### 더\n많다\n## 조정\n는다\n")
                .fields();
        assertThat(own.scrum().todo()).isEqualTo("- 실습");
        assertThat(own.topics()).extracting(Topic::title).containsExactly("로드 밸런싱", "조정");

        DayFields keys = TilDocument.parse("### 스크럼\n### 오늘 할 일\n실습\n### 특이사항\n없음\n### 주제: RDB\n표\n")
                .fields();
        assertThat(keys.scrum().todo()).isEqualTo("실습");
        assertThat(keys.scrum().specialNotes()).isEqualTo("없음");
        assertThat(keys.topics()).extracting(Topic::title).containsExactly("RDB");
    }

    /** Guards against a section that its reader does not know and that swallows the rest of the day. */
    @Test
    void anExtraSectionEndsAtTheNextHeadingOfItsLevel() {
        TilDocument document = TilDocument.parse("## 주간 목표\n- 하나\n### 작게\n둘\n\n## AWS ELB\n나눈다\n\n## 회고\n좋다\n");
        assertThat(document.extras())
                .extracting(Section::title, Section::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("주간 목표", "- 하나\n### 작게\n둘"));
        assertThat(document.fields().topics())
                .extracting(Topic::title, Topic::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("AWS ELB", "나눈다"));
        assertThat(document.fields().retrospective()).isEqualTo("좋다");
        assertThat(TilDocument.parse("## 공부한 내용\n### VPC\n망\n### EC2\n기계\n")
                        .fields()
                        .topics())
                .extracting(Topic::title)
                .containsExactly("VPC", "EC2");
    }

    /** Guards against plans that are read as solved challenges. */
    @Test
    void anEnglishDiaryIsReadInItsOwnWords() {
        TilDocument document = TilDocument.parse(
                "## Learned\n### ELB\nshares\n## Challenges\n- slow\n## Tomorrow\n- sleep\n## Reflection\ngood\n## Links\n- https://a.example\n");
        DayFields day = document.fields();
        assertThat(day.topics()).extracting(Topic::title).containsExactly("ELB");
        assertThat(day.challenges()).extracting(DayFields.Challenge::problem).containsExactly("slow");
        assertThat(document.extras())
                .extracting(Section::title, Section::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Tomorrow", "- sleep"));
        assertThat(day.retrospective()).isEqualTo("good");
        assertThat(day.references()).containsExactly(new Reference(0, "", "https://a.example"));
    }

    /** Everyday words name sections only where they stand as high as one. */
    @Test
    void aTopicsOwnHeadingsStayInIt() {
        DayFields day = TilDocument.parse("### 새로 배운 내용\n#### 주제 1: ELB\n##### 문제점\n느리다\n##### 참고\n책\n### 배운 점\n하나\n")
                .fields();
        assertThat(day.topics().get(0).body()).isEqualTo("##### 문제점\n느리다\n##### 참고\n책");
        assertThat(day.challenges()).isEmpty();
        assertThat(day.references()).isEmpty();
        assertThat(day.topics()).hasSize(2);
    }

    /** R15, of one author. */
    @Test
    void aScrumWithoutHashesAboveSectionsWithThem() {
        DayFields day = TilDocument.parse("스크럼\n- 오늘 할 일: 실습\n\n### 새로 배운 내용\n#### 주제 1: ELB\n나눈다\n")
                .fields();
        assertThat(day.scrum().todo()).isEqualTo("실습");
        assertThat(day.topics()).extracting(Topic::title).containsExactly("ELB");
    }

    /** R16, R27, R28. Guards against placeholders shown as content and a code block that swallows a section. */
    @Test
    void unfilledPlacesAreNoContentButAreNoticed() {
        TilDocument document = Fixture.read("unfilled.md");
        DayFields day = document.fields();
        assertThat(day.topics()).hasSize(1);
        assertThat(day.topics().get(0).body()).as("###스크럼 is no heading").startsWith("###스크럼");
        assertThat(day.challenges()).isEmpty();
        assertThat(day.references()).isEmpty();
        assertThat(day.retrospective()).isEqualTo("```\n닫지 않은 코드");
        assertThat(codes(document))
                .containsExactly(
                        Notice.DATE_INCOMPLETE,
                        Notice.HEADING_NEEDS_SPACE,
                        Notice.PLACEHOLDER,
                        Notice.PLACEHOLDER,
                        Notice.PLACEHOLDER,
                        Notice.UNCLOSED_FENCE,
                        Notice.PLACEHOLDER,
                        Notice.PLACEHOLDER);
        assertThat(document.notices().get(0).line()).isEqualTo(3);
    }

    /** R28. Guards against a fence counter that takes inline code for a fence, or misses one in a list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n### 회고\n```",
                "~~~~\n### 회고\n~~~~",
                "````\n```\n### 회고\n````",
                "- 목록\n    ```sh\n    ### 회고\n    ```",
                "- ```sh\n  ### 회고\n  ```",
                "> ```\n### 회고\n> ```",
                "```\n### 회고\n````"
            })
    void aHeadingInsideCodeIsCode(String code) {
        DayFields day =
                TilDocument.parse("### 새로 배운 내용\n" + code + "\n### 오늘의 회고\n끝").fields();
        assertThat(day.retrospective()).isEqualTo("끝");
        assertThat(day.topics().get(0).body()).isEqualTo(code);
        DayFields inline =
                TilDocument.parse("### 새로 배운 내용\n```word```\n### 오늘의 회고\n끝").fields();
        assertThat(inline.retrospective()).isEqualTo("끝");
    }

    /** R24, R25. Guards against a line with an unknown key that vanishes. */
    @Test
    void readsScrumKeysInTheirShapesAndKeepsUnknownOnes() {
        String text = "### 스크럼\n- 어제 했던 일 : 1. 강의 2. 실습\n- 기분 : 좋음\n- 예상되는 이슈:\n    - 시간\n        - 부족\n- 오늘 할 일 :\n";
        TilDocument document = TilDocument.parse(text);
        assertThat(document.fields().scrum()).isEqualTo(new Scrum("", "- 시간\n    - 부족", "1. 강의 2. 실습", ""));
        assertThat(document.extras()).containsExactly(new Section("스크럼", "- 기분 : 좋음", 1));
        assertThat(TilDocument.parse("### 스크럼\n- 하나\n- 둘\n").fields().scrum().todo())
                .isEqualTo("- 하나\n- 둘");
        assertThat(TilDocument.parse("### 스크럼\n오늘 할 일\n- 하나\n- 둘\n특이사항\n- 셋")
                        .fields()
                        .scrum())
                .isEqualTo(new Scrum("- 하나\n- 둘", "- 셋", "", ""));
    }

    /** R26, R32. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# 주제9 : RDB | RDB",
                "# **주제 9.** RDB | RDB",
                "#### **주제 1: RDB** | RDB",
                "주제 : RDB | RDB",
                "#### RDB | RDB",
                "**RDB** | RDB",
                "#### 📌 주제 2 RDB | RDB",
                "#### 주제 1: C# | C#",
                "#### Topic 3: RDB | RDB",
                "- 주제 1: RDB | RDB"
            })
    void findsTopicsHoweverTheyAreWritten(String line, String title) {
        DayFields day = TilDocument.parse("### 새로 배운 내용\n" + line + "\n- 줄\n---\n본문\n---\n")
                .fields();
        assertThat(day.topics()).containsExactly(new Topic(0, title, "- 줄\n---\n본문"));
    }

    /** Challenges in the shapes that people use. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- 도전 과제 1: 문제@    - 해결 방법: 답 | 문제 | 답",
                "- 문제 : 문제@- 해결 : 답 | 문제 | 답",
                "- 문제@    - 답 | 문제 | - 답",
                "- 문제@  → 답 | 문제 | 답",
                "#### 접속 불가@답 | 접속 불가 | 답",
                "문제가 있다.@푼 방법: 답 | 문제가 있다. | 답",
                "도전 과제 1 : 문제@Solution: 답 | 문제 | 답"
            })
    void findsHowAChallengeWasSolved(String lines, String problem, String solution) {
        String text = "### 오늘의 도전 과제와 해결 방법\n" + lines.replace("@", "\n") + "\n";
        assertThat(TilDocument.parse(text).fields().challenges()).containsExactly(new Challenge(0, problem, solution));
    }

    /** R4. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "\r", "#", "```", "---", "- ", "\uFEFF", "[", "\u200b\n"})
    void readsAnythingAtAll(String text) {
        TilDocument document = TilDocument.parse(text);
        assertThat(document.with(document.fields()).text()).isEqualTo(text);
        assertThat(document.notices()).isNotNull();
        assertThat(document.extras()).isEmpty();
    }

    /** R35. */
    @Test
    void tellsAPageOfLinksFromADay() {
        assertThat(Fixture.read("index-page.md").looksLikeIndexPage()).isTrue();
        assertThat(Fixture.read("canonical.md").looksLikeIndexPage()).isFalse();
        assertThat(Fixture.read("free-form.md").looksLikeIndexPage()).isFalse();
    }

    static DayFields withDate(DayFields f, LocalDate date) {
        return new DayFields(date, f.scrum(), f.topics(), f.challenges(), f.retrospective(), f.references());
    }

    private static List<String> codes(TilDocument document) {
        return document.notices().stream().map(Notice::code).toList();
    }
}
