package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tilab.journal.template.OwnNames.Reason;
import dev.tilab.journal.template.OwnNames.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R13. Whoever names their sections otherwise says how, and their diaries are read as if the template had always known. */
class OwnNamesTest {

    private static final OwnNames NAMES = OwnNames.of(Map.of(
            Section.SCRUM, List.of("아침 회의"),
            Section.LEARNED, List.of("머리에 남은 것", "Brain dump"),
            Section.RETROSPECTIVE, List.of("하루를 마치며"),
            Section.OTHER, List.of("식단")));

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
        assertThat(day.topics()).extracting(DayFields.Topic::title, DayFields.Topic::body).containsExactly(tuple("RDB", "관리형"));
        assertThat(document.extras()).extracting(dev.tilab.journal.template.Section::title).containsExactly("식단");
        assertThat(day.retrospective()).isEqualTo("- 좋다");
        assertThat(TilDocument.parse(DAY).fields().retrospective()).as("nobody else's diary is read so").isEmpty();
        assertThat(TilDocument.parse("## BRAIN DUMP 🧠\n글\n", NAMES).fields().topics()).hasSize(1);
        assertThat(TilDocument.parse("### 머리에 남은 것 & 회고\n글\n", NAMES).notices()).extracting(Notice::code).contains(Notice.TWO_ROLES);
    }

    /** Guards against an edit that is written by other names than it is read by. */
    @Test
    void whatIsEditedIsWrittenUnderTheNameThatStandsThere() {
        TilDocument document = TilDocument.parse(DAY, NAMES);
        DayFields f = document.fields();
        DayFields edited = new DayFields(f.date(), f.scrum(), f.topics(), f.challenges(), "- 더 좋다", f.references());

        assertThat(document.with(edited).text()).isEqualTo(DAY.replace("- 좋다", "- 더 좋다"));
        assertThat(document.with(f)).isSameAs(document);

        DayFields breaking = new DayFields(f.date(), f.scrum(), f.topics(), f.challenges(), "끝\n### 머리에 남은 것\n더", f.references());
        assertThat(document.clashes(breaking)).extracting(FieldClash::code).containsExactly(FieldClash.SECTION_HEADING);
    }

    @ParameterizedTest
    @CsvSource({
        "LEARNED, 회고, OF_ANOTHER, RETROSPECTIVE",
        "OTHER, 스크럼, OF_ANOTHER, SCRUM",
        "LEARNED, ★★★, NO_WORDS,",
        "LEARNED, '   ', NO_WORDS,",
        "LEARNED, 주제, RESERVED,",
        "LEARNED, 주제 1, RESERVED,",
        "LEARNED, 날짜, RESERVED,",
        "LEARNED, TIL, RESERVED,",
        "CHALLENGES, 해결 방법, RESERVED,",
        "LEARNED, 아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주아주 긴 이름, TOO_LONG,",
    })
    void whatCannotBeANameIsToldWithItsReason(Section section, String name, Reason reason, Section other) {
        assertThat(OwnNames.problem(section, name)).contains(new OwnNames.Problem(reason, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"회고", "하루를 마치며", "What went well?", "정리", "주제별 정리", "2교시"})
    void anyOtherWordsAreAName(String name) {
        assertThat(OwnNames.problem(Section.RETROSPECTIVE, name)).isEmpty();
        String heading = "### " + name + "\n글\n";
        assertThat(TilDocument.parse(heading, OwnNames.of(Map.of(Section.RETROSPECTIVE, List.of(name)))).fields().retrospective())
                .isEqualTo("글");
    }
}
