package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tilab.journal.template.OwnNames.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R13. Whoever names their sections otherwise says how, and their diaries are read as if the template had always known. */
class OwnNamesTest {

    private static final OwnNames NAMES = OwnNames.of(Map.of(
            DaySection.SCRUM, List.of("아침 회의"),
            DaySection.TOPICS, List.of("머리에 남은 것", "Brain dump"),
            DaySection.RETROSPECTIVE, List.of("하루를 마치며"),
            DaySection.EXTRAS, List.of("식단")));

    private static final String DAY = """
            ## 날짜: 2025-03-06

            ## ☀️ 아침 회의
            - 오늘 할 일 : 복습

            ### 머리에 남은 것
            #### 주제 1: RDB
            관리형

            ### 식단
            - 국수

            ## 하루를  마치며!
            - 좋다
            """;

    @Test
    void sectionsAreFoundUnderOnesOwnNames() {
        TilDocument document = TilDocument.parse(DAY, NAMES);
        DayFields day = document.fields();

        assertThat(day.scrum().todo()).isEqualTo("복습");
        assertThat(day.topics())
                .extracting(DayFields.Topic::title, DayFields.Topic::body)
                .containsExactly(tuple("RDB", "관리형"));
        assertThat(document.extras()).extracting(Section::title).containsExactly("식단");
        assertThat(day.retrospective()).isEqualTo("- 좋다");
        assertThat(TilDocument.parse(DAY).fields().retrospective())
                .as("nobody else's diary is read so")
                .isEmpty();
        assertThat(TilDocument.parse("## BRAIN DUMP 🧠\n글\n", NAMES).fields().topics())
                .hasSize(1);
        assertThat(TilDocument.parse("### 머리에 남은 것 & 회고\n글\n", NAMES).notices())
                .extracting(Notice::code)
                .contains(Notice.TWO_ROLES);
    }

    /** Guards against an edit that is written by other names than it is read by. */
    @Test
    void whatIsEditedIsWrittenUnderTheNameThatStandsThere() {
        TilDocument document = TilDocument.parse(DAY, NAMES);
        DayFields f = document.fields();
        DayFields edited = new DayFields(f.date(), f.scrum(), f.topics(), f.challenges(), "- 더 좋다", f.references());

        assertThat(document.with(edited).text()).isEqualTo(DAY.replace("- 좋다", "- 더 좋다"));
        assertThat(document.with(f)).isSameAs(document);

        DayFields breaking =
                new DayFields(f.date(), f.scrum(), f.topics(), f.challenges(), "끝\n### 머리에 남은 것\n더", f.references());
        assertThat(document.clashes(breaking)).extracting(FieldClash::code).containsExactly(FieldClash.SECTION_HEADING);
    }

    @ParameterizedTest
    @CsvSource({
        "TOPICS, 회고, OF_ANOTHER, RETROSPECTIVE",
        "EXTRAS, 스크럼, OF_ANOTHER, SCRUM",
        "TOPICS, ★★★, NO_WORDS,",
        "TOPICS, '   ', NO_WORDS,",
        "TOPICS, 주제, RESERVED,",
        "TOPICS, 주제 1, RESERVED,",
        "TOPICS, 날짜, RESERVED,",
        "TOPICS, TIL, RESERVED,",
        "CHALLENGES, 해결 방법, RESERVED,",
        "TOPICS, 아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주 긴 이름, TOO_LONG,",
    })
    void whatCannotBeANameIsToldWithItsReason(DaySection section, String name, Reason reason, DaySection other) {
        assertThat(OwnNames.problem(section, name)).contains(new OwnNames.Problem(reason, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"회고", "하루를 마치며", "What went well?", "정리", "주제별 정리", "2교시"})
    void anyOtherWordsAreAName(String name) {
        assertThat(OwnNames.problem(DaySection.RETROSPECTIVE, name)).isEmpty();
        String heading = "### " + name + "\n글\n";
        assertThat(TilDocument.parse(heading, OwnNames.of(Map.of(DaySection.RETROSPECTIVE, List.of(name))))
                        .fields()
                        .retrospective())
                .isEqualTo("글");
    }
}
