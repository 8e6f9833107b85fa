package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings that are underlined instead of marked with hashes are headings, to read and to write back. */
class UnderlinedHeadingsTest {

    private static final String DAY = """
            웹 개념, JS
            ===

            날짜: 2025-03-06
            -----

            데일리 스크럼
            ------
            - 오늘 할 일 : 복습

            새로 배운 내용
            -------------

            RDB
            ---
            관리형

            ELB
            ---
            여러 대상

            주간 목표
            ---
            - 더 자기

            오늘의 회고
            ---
            - 좋다
            """;

    /** Guards against a day whose every section is one long text. */
    @Test
    void underlinedSectionsAndTopicsAreRead() {
        TilDocument document = TilDocument.parse(DAY);
        DayFields day = document.fields();

        assertThat(document.title()).isEqualTo("웹 개념, JS");
        assertThat(document.date()).contains(LocalDate.of(2025, 3, 6));
        assertThat(day.scrum().todo()).isEqualTo("복습");
        assertThat(day.topics()).containsExactly(new Topic(0, "RDB", "관리형"), new Topic(1, "ELB", "여러 대상"));
        assertThat(document.extras())
                .extracting(Section::title, Section::body)
                .containsExactly(tuple("주간 목표", "- 더 자기"));
        assertThat(day.retrospective()).isEqualTo("- 좋다");
    }

    @Test
    void anEditChangesItsLineOnlyAndALineBelowStaysALine() {
        TilDocument document = TilDocument.parse(DAY);
        DayFields f = document.fields();
        List<Topic> topics = new ArrayList<>(List.of(new Topic(0, "관계형", "관리형"), new Topic(1, "ELB", "")));

        TilDocument changed = document.with(topics(f, topics));
        assertThat(changed.text()).isEqualTo(DAY.replace("RDB", "관계형").replace("여러 대상\n", ""));

        TilDocument sentence = document.with(topics(f, List.of(f.topics().get(0), new Topic(1, "ELB는 나눈다.", "여러 대상"))));
        assertThat(sentence.text())
                .as("a row below a sentence is a rule")
                .isEqualTo(DAY.replace("ELB\n---", "## ELB는 나눈다."));

        topics.add(new Topic(DayFields.NEW, "S3", "객체"));
        TilDocument longer = document.with(topics(f, topics));
        assertThat(longer.fields().topics()).extracting(Topic::title).containsExactly("관계형", "ELB", "S3");

        TilDocument shorter = document.with(topics(f, List.of(f.topics().get(1))));
        assertThat(shorter.text()).isEqualTo(DAY.replace("RDB\n---\n관리형\n\n", ""));
        assertThat(document.with(f)).isSameAs(document);
    }

    private static final String CHALLENGES = """
            오늘의 도전 과제와 해결 방법
            ---

            느린 쿼리
            ---
            색인을 더했다.

            메모리 누수
            ---
            해결 방법
            ---
            캐시를 비웠다.

            오늘의 회고
            ---
            - 좋다
            """;

    /** Guards against several challenges that are one long problem. */
    @Test
    void underlinedChallengesAreRead() {
        assertThat(TilDocument.parse(CHALLENGES).fields().challenges())
                .containsExactly(new Challenge(0, "느린 쿼리", "색인을 더했다."), new Challenge(1, "메모리 누수", "캐시를 비웠다."));

        String labelled = "### 오늘의 도전 과제\n\n도전 과제 1: 느리다\n---\n해결 방법: 캐시\n---\n끝\n\n도전 과제 2: 어렵다\n---\n";
        assertThat(TilDocument.parse(labelled).fields().challenges())
                .containsExactly(new Challenge(0, "느리다", "캐시\n---\n끝"), new Challenge(1, "어렵다", ""));
    }

    /** Guards against a line that is put between words and what underlines them, and against a rule taken for a challenge. */
    @Test
    void anUnderlinedChallengeIsEditedInItsLineAndAParagraphAboveARuleIsNone() {
        TilDocument document = TilDocument.parse(CHALLENGES);
        DayFields f = document.fields();
        List<Challenge> challenges =
                new ArrayList<>(List.of(new Challenge(0, "느린 조인", ""), new Challenge(1, "메모리 누수", "캐시를\n비웠다.")));

        TilDocument changed = document.with(f.with(DaySection.CHALLENGES, challenges));
        assertThat(changed.text())
                .isEqualTo(CHALLENGES
                        .replace("느린 쿼리", "느린 조인")
                        .replace("색인을 더했다.\n", "")
                        .replace("캐시를 비", "캐시를\n비"));

        challenges.set(0, new Challenge(0, "느린 조인\n두 번째 줄", "색인"));
        challenges.add(new Challenge(DayFields.NEW, "디스크", "지웠다"));
        DayFields longer = f.with(DaySection.CHALLENGES, challenges);
        assertThat(document.clashes(longer)).isEmpty();
        assertThat(document.with(longer).fields().challenges())
                .extracting(Challenge::problem, Challenge::solution)
                .containsExactly(tuple("느린 조인\n두 번째 줄", "색인"), tuple("메모리 누수", "캐시를\n비웠다."), tuple("디스크", "지웠다"));

        String rule = "### 오늘의 도전 과제\n\n느린 쿼리를 찾느라 오래 걸림\n---\n색인을 더했다.\n";
        assertThat(TilDocument.parse(rule).fields().challenges()).hasSize(1);
    }

    /** R32. Guards against rules that people draw right below a list, a table, a quote or a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"- 회고", "| 회고 |", "> 회고", "1. 회고", "오늘은 이렇게 끝났다.", "두 줄짜리\n문단의 끝", "```\n회고\n---\n```"})
    void aRuleBelowWhatIsNoHeadingMakesNone(String above) {
        String text = "### 새로 배운 내용\n\n#### 주제 1: 하나\n\n" + above + "\n---\n뒤의 글\n";

        DayFields day = TilDocument.parse(text).fields();

        assertThat(day.topics()).hasSize(1);
        assertThat(day.topics().get(0).body()).contains(above, "뒤의 글");
        assertThat(day.retrospective()).isEmpty();
    }

    /** The same diary says the same whichever way its high headings are written, and every law of editing holds for it. */
    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 11})
    void aDiaryWithUnderlinedSectionsIsKeptToTheByteAndEditedInItsFields(long seed) {
        Diaries diaries = new Diaries(seed);
        int underlined = 0;
        for (int i = 0; i < 60; i++) {
            String text = underlined(diaries.next());
            TilDocument document = TilDocument.parse(text);
            DayFields f = document.fields();
            underlined += text.contains("\n---") ? 1 : 0;

            assertThat(document.slices().stream().map(Slice::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(document.with(f)).as(text).isSameAs(document);
            for (Edit edit : Edit.of(f, diaries)) {
                assertThat(document.clashes(edit.after()))
                        .as("%s in%n%s", edit.name(), text)
                        .isEmpty();
            }
        }
        assertThat(underlined).isGreaterThan(10);
    }

    private static DayFields topics(DayFields f, List<Topic> topics) {
        return new DayFields(f.date(), f.scrum(), topics, f.challenges(), f.retrospective(), f.references());
    }

    /** Every heading of the second level that stands alone. */
    private static String underlined(String text) {
        List<String> out = new ArrayList<>();
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            fenced ^= line.strip().startsWith("```");
            if (!fenced && line.matches("#{2,4} [^#].{1,40}[^\\s.#]\r?")) {
                out.add("");
                out.add(line.replaceFirst("#+ ", "").strip());
                out.add("---");
            } else {
                out.add(line);
            }
        }
        return String.join("\n", out);
    }
}
