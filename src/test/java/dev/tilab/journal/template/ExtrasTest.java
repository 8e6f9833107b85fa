package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tilab.journal.template.DayFields.Extra;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections that are none of the template's are read, and written where they stand. */
class ExtrasTest {

    private static final String DAY = """
            ## 날짜: 2025-03-06

            ### 주간 목표
            - 더 자기

            - 운동 \s

            ### 스크럼
            - 기분 : 좋음
            - 오늘 할 일 : 복습

            ### 새로 배운 내용
            #### 주제 1: RDB
            관리형

            내일 할 일
            ---
            ---

            ### 오늘의 회고
            - 좋다
            """;

    private final TilDocument document = TilDocument.parse(DAY);
    private final DayFields fields = document.fields();

    @Test
    void theyAreFieldsAndWhatFitsNoFieldIsToldBesideThem() {
        assertThat(fields.extras())
                .containsExactly(new Extra(0, "주간 목표", "- 더 자기\n\n- 운동  "), new Extra(1, "내일 할 일", ""));
        assertThat(document.leftOver())
                .extracting(Section::title, Section::body)
                .containsExactly(tuple("스크럼", "- 기분 : 좋음"));
        assertThat(document.extras()).extracting(Section::title).containsExactly("주간 목표", "스크럼", "내일 할 일");
    }

    /** Guards against an edit that reaches further than its own line. */
    @Test
    void anEditChangesItsLinesOnly() {
        assertThat(with(0, "주간 목표", "- 더 자기\n\n- 달리기").text()).isEqualTo(DAY.replace("- 운동  ", "- 달리기"));
        assertThat(with(0, "월별 목표", "- 더 자기\n\n- 운동  ").text()).isEqualTo(DAY.replace("주간", "월별"));
        assertThat(with(0, "주간 목표", "").text()).isEqualTo(DAY.replace("- 더 자기\n\n- 운동  \n", ""));
        assertThat(with(1, "내일 할 일", "쉬기\n놀기").text()).isEqualTo(DAY.replace("---\n---\n", "---\n쉬기\n놀기\n\n---\n"));
        assertThat(document.with(fields)).isSameAs(document);
    }

    /** Guards against a program, or a draft of an older TILab, that knows nothing of them and takes them away by saying nothing. */
    @Test
    void whatIsNotMentionedStaysAndWhatIsNewComesLast() {
        DayFields silent = new DayFields(
                fields.date(), fields.scrum(), fields.topics(), fields.challenges(), "- 더 좋다", fields.references());
        assertThat(document.clashes(silent)).isEmpty();
        assertThat(document.with(silent).text()).isEqualTo(DAY.replace("- 좋다", "- 더 좋다"));

        DayFields turned = fields.with(
                DaySection.EXTRAS,
                List.of(fields.extras().get(1), fields.extras().get(0)));
        assertThat(document.with(turned)).as("they stand where they stand").isSameAs(document);

        DayFields longer = fields.with(DaySection.EXTRAS, List.of(new Extra(DayFields.NEW, "학습 계획", "- S3")));
        assertThat(document.clashes(longer)).isEmpty();
        assertThat(document.with(longer).text()).isEqualTo(DAY + "\n### 학습 계획\n- S3\n");
    }

    @ParameterizedTest
    @CsvSource({
        "주간 목표, '하나\\n### 아무 제목\\n둘', extras[0].body, 2, ends-here",
        "주간 목표, '하나\\n#### 주제 1: x', extras[0].body, 2, item-start",
        "주간 목표, '하나\\n### 회고', extras[0].body, 2, section-heading",
        "주간 목표, '하나\\n### 목표', extras[0].body, 2, common-heading",
        "오늘의 점심, '국수', extras[0].title, 0, unknown-section",
    })
    void whatWouldBeReadAsSomethingElseIsToldWithItsCause(
            String title, String body, String field, int line, String code) {
        assertThat(document.clashes(extra(0, title, body.replace("\\n", "\n"))))
                .filteredOn(clash -> !clash.code().equals(FieldClash.NOT_REPRESENTABLE))
                .extracting(FieldClash::field, FieldClash::line, FieldClash::code)
                .containsExactly(tuple(field, line, code));
    }

    private TilDocument with(int index, String title, String body) {
        DayFields edited = extra(index, title, body);
        assertThat(document.clashes(edited)).isEmpty();
        return document.with(edited);
    }

    private DayFields extra(int index, String title, String body) {
        List<Extra> extras = new ArrayList<>(fields.extras());
        extras.set(index, new Extra(index, title, body));
        return fields.with(DaySection.EXTRAS, extras);
    }
}
