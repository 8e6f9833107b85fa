package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.util.List;

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
                List.of(new DayFields.Reference(DayFields.NEW, "ELB", "https://docs.aws.amazon.com/elasticloadbalancing/")));
    }

    static DayFields on(LocalDate date, DayFields day) {
        return Fields.dated(day, date);
    }

    static DayFields withTodo(DayFields day, String todo) {
        DayFields.Scrum s = day.scrum();
        DayFields.Scrum scrum = new DayFields.Scrum(todo, s.specialNotes(), s.yesterdayTodo(), s.yesterdayRetrospective());
        return new DayFields(day.date(), scrum, day.topics(), day.challenges(), day.retrospective(), day.references());
    }

    static DayFields withRetrospective(DayFields day, String text) {
        return new DayFields(day.date(), day.scrum(), day.topics(), day.challenges(), text, day.references());
    }

    static DayFields withTopics(DayFields day, List<DayFields.Topic> topics) {
        return new DayFields(day.date(), day.scrum(), topics, day.challenges(), day.retrospective(), day.references());
    }

    static DayFields withReferences(DayFields day, List<DayFields.Reference> references) {
        return new DayFields(day.date(), day.scrum(), day.topics(), day.challenges(), day.retrospective(), references);
    }

    /** Where items stood is no part of what was written. */
    static DayFields withoutOrigins(DayFields day) {
        return new DayFields(
                day.date(),
                day.scrum(),
                day.topics().stream().map(t -> new DayFields.Topic(DayFields.NEW, t.title(), t.body())).toList(),
                day.challenges().stream()
                        .map(c -> new DayFields.Challenge(DayFields.NEW, c.problem(), c.solution()))
                        .toList(),
                day.retrospective(),
                day.references().stream()
                        .map(r -> new DayFields.Reference(DayFields.NEW, r.title(), r.url()))
                        .toList());
    }
}
