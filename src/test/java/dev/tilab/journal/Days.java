package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Days for stories. */
final class Days {

    private Days() {}

    /** A day with something in every field. */
    static DayFields full(LocalDate date) {
        return new DayFields(
                date,
                new DayFields.Scrum("대상 그룹 만들기", "비용 알림", "VPC 다시 만들기", "그림부터 그리자"),
                List.of(
                        new DayFields.Topic(DayFields.NEW, "RDB", "관리형 **데이터베이스**\n\n- Multi-AZ"),
                        new DayFields.Topic(DayFields.NEW, "ELB", "라운드 로빈")),
                List.of(
                        new DayFields.Challenge(DayFields.NEW, "상태 확인이 실패한다", "보안 그룹을 열었다"),
                        new DayFields.Challenge(DayFields.NEW, "아직 모른다", "")),
                "느린 하루였다.",
                List.of(new DayFields.Reference(
                        DayFields.NEW, "ELB", "https://docs.aws.amazon.com/elasticloadbalancing/")));
    }

    static DayFields on(LocalDate date, DayFields day) {
        return day.dated(date);
    }

    static DayFields withTodo(DayFields day, String todo) {
        return day.with(DayField.TODO, todo);
    }

    static DayFields withRetrospective(DayFields day, String text) {
        return day.with(DayField.RETROSPECTIVE, text);
    }

    static DayFields withTopics(DayFields day, List<DayFields.Topic> topics) {
        return day.with(DaySection.TOPICS, topics);
    }

    static DayFields withReferences(DayFields day, List<DayFields.Reference> references) {
        return day.with(DaySection.REFERENCES, references);
    }

    /** Where items stood is no part of what was written. */
    static Map<String, String> withoutOrigins(DayFields day) {
        return day.texts();
    }
}
