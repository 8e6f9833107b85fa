package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Mention.Kind;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.TilDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists know of a day is read out of its text: what it mentions, how much it says, whether it tells of a lab. */
class MentionsTest {

    private static List<Mention> read(String text) {
        return Mentions.of(TilDocument.parse(text));
    }

    private static Derived day(String topic) {
        return Derived.of(TilDocument.parse("## 날짜: 2025-03-06 (목)\n\n### 새로 배운 내용\n#### 주제 1: 제목\n\n" + topic + "\n"));
    }

    @Test
    void linksAreThoseToDaysAndThoseToTopicsWithTheLineWhereTheyStand() {
        assertThat(read("""
                        ### 오늘의 회고
                        - **어제**([[2025-03-05|그날]])와 [[ 상태  확인 ]]이 같았다
                        - 또 [[2025-03-05]] [[2025-02-30]]
                        """))
                .containsExactly(
                        new Mention(Kind.DAY, "2025-03-05", 0, "어제(그날)와 상태 확인이 같았다"),
                        new Mention(Kind.TOPIC, "상태 확인", 0, "어제(그날)와 상태 확인이 같았다"),
                        new Mention(Kind.TOPIC, "2025-02-30", 0, "또 2025-03-05 2025-02-30"));
    }

    /** An array of a shell in code would be a link to nowhere on the page of topics. */
    @Test
    void codePicturesAndWhatIsNotClosedAreNoLinks() {
        assertThat(read("""
                        ```sh
                        if [[ -f a ]]; then
                        ```
                        `[[b]]` ![[c.png]] [[d [[]] [[|e]]
                        """)).isEmpty();
    }

    /** macOS writes Hangul in pieces, and nobody remembers capitals. */
    @Test
    void aTopicIsFoundByItsTitleHoweverItIsTyped() {
        assertThat(read("### 새로 배운 내용\n#### 주제 1: ELB  상태\n글\n"))
                .contains(new Mention(Kind.TITLE, "elb 상태", 1, "ELB 상태"));
        assertThat(read("[[elb \u1109\u1161\u11BC\u1110\u1162]]\n"))
                .extracting(Mention::name)
                .contains("elb 상태");
    }

    @Test
    void aChallengeIsOpenWhileItHasNoSolution() {
        assertThat(read("""
                        ### 오늘의 도전 과제와 해결 방법
                        - 도전 과제 1: 풀린 것
                          - 해결 방법: 이렇게
                        - 도전 과제 2: **502**가 난다
                        - 도전 과제 3: 도전 과제에 대한 설명
                          - 해결 방법: 해결 방법에 대한 설명
                        """)).containsExactly(new Mention(Kind.CHALLENGE, "", 2, "502가 난다"));
    }

    /** Else a year of days that were only opened would look as if much had been learned. */
    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void aTemplateThatNobodyFilledSaysNothing(String language) {
        Derived blank = Derived.of(TilDocument.blank(LocalDate.of(2025, 3, 6), Locale.forLanguageTag(language)));

        assertThat(blank.written()).isZero();
        assertThat(blank.mentions()).isEmpty();
        assertThat(blank.lab()).isFalse();
    }

    @Test
    void wordsOfEveryFieldAndOfSectionsOfOnesOwnCount() {
        TilDocument day = TilDocument.parse("""
                # 제목
                ## 날짜: 2025-03-06 (목)
                ### 스크럼
                - 오늘 할 일 : 하나 둘
                ### 새로 배운 내용
                #### 주제 1: 셋
                넷
                ### 오늘의 도전 과제와 해결 방법
                - 도전 과제 1: 다섯
                  - 해결 방법: 여섯
                ### 오늘의 회고
                - 일곱
                ### 참고 자료
                - [여덟](https://example.org/a)
                ### 개선할 점
                열
                """);
        DayFields fields = day.fields();
        assertThat(fields.extras()).as("a section of one's own").hasSize(1);

        // The reference says an address, too, and the heading of one's own two words.
        assertThat(Derived.of(day).written()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "상태 확인을 배웠다; 3",
                "- [ ] 하나; 1",
                "- [x] 하나; 1",
                "1. 하나; 1",
                "> - 하나 — 둘; 2",
                "| 가 | 나 |; 2",
                "<br> 하나 <b>둘</b>; 2",
                "---; 0",
                "10 20; 2",
                "`curl -v localhost`; 3"
            })
    void signsAreNoWords(String text, int words) {
        assertThat(day(text).written()).isEqualTo(1 + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[실행](/labs/load-balancing?seed=7); true",
                "http://localhost:8080/labs/failover?x=1 에서; true",
                "/labs/auto-scaling; true",
                "`/labs/failover`; false",
                "https://example.org/labs/a/b; false",
                "로그는 /var/labs/failover 에; false"
            })
    void aDayTellsOfALabWhereItLinksToOne(String text, boolean lab) {
        assertThat(day(text).lab()).isEqualTo(lab);
    }

    /** A megabyte of links is brought in, too, and each would be a row of the table. */
    @Test
    void onlySoManyAreKept() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 * Mentions.MOST; i++) {
            text.append("[[주제 ").append(i).append("]] #태그").append(i).append(' ');
        }
        text.append("[[").append("가".repeat(301)).append("]]");

        assertThat(read(text.toString()))
                .hasSize(2 * Mentions.MOST)
                .allMatch(mention -> mention.line().length() <= 200);
    }
}
