package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is to be done is found as people write it, and ticked in the file where it stands. */
class TasksTest {

    private static final int FILES = 300;

    /** Guards against tasks that nobody can tick, because they are written as real diaries have them and not as GitHub does. */
    @Test
    void everyWayOfWritingToDosIsTasks() {
        assertThat(tasks("ALB 등록하기")).containsExactly("ALB 등록하기");
        assertThat(tasks("- ALB 등록\n- RDS")).containsExactly("ALB 등록", "RDS");
        assertThat(tasks("1. ALB 등록\n2) RDS")).containsExactly("ALB 등록", "RDS");
        assertThat(tasks("- [ ] ALB 등록\n* [x] RDS\n• [X] VPC")).containsExactly("ALB 등록", "x RDS", "x VPC");
        assertThat(tasks("학습 목표 1 : VPC\n학습 목표 2 : RDS")).containsExactly("학습 목표 1 : VPC", "학습 목표 2 : RDS");
        assertThat(tasks("오전\n- VPC\n    - [x] 서브넷\n\t- 라우팅")).containsExactly("오전", "VPC", "x > 서브넷", "> 라우팅");
        assertThat(tasks("[x] 한 줄")).containsExactly("x 한 줄");
    }

    /** Guards against boxes at what is nothing to do: what introduces a list, goes on in a second line, or says nothing. */
    @Test
    void whatIsNoTaskHasNoBox() {
        assertThat(tasks("다음 두 가지:\n- VPC\n  서브넷까지\n\n  라우팅도\n-\n- [ ]\n- [링크](https://a.b)"))
                .containsExactly("VPC", "[링크](https://a.b)");
        assertThat(tasks("- To do today :\n  - [x] VPC\n  - RDS\n- [ ] 남은 일:"))
                .containsExactly("x VPC", "RDS", "남은 일:");
        assertThat(tasks("- VPC\n```sh\n- rm\n```\n> - 인용\n| a | b |\n---\n### 제목"))
                .containsExactly("VPC");
        assertThat(TaskReader.tasks("- VPC\n  서브넷까지\n- RDS").get(0).end()).isEqualTo(2);
    }

    /** Decision 6. Guards against a tick that lands at an equal task, at another line, or that changes more than a box. */
    @Test
    void tickingChangesOneBoxAndNothingElse() {
        int ticked = 0;
        for (long seed = 0; seed < FILES; seed++) {
            TilDocument document = TilDocument.parse(withTasks(new Random(seed), new Diaries(seed).next()));
            for (Task task : document.todo().all()) {
                boolean done = !task.done();
                TilDocument after = document.ticked(task, done);
                String what = "seed " + seed + " " + task + "\n" + document.text() + "\n=====\n" + after.text();
                int at = firstDifference(document.text(), after.text());
                int length = task.boxed() ? 1 : 0;
                assertThat(after.text())
                        .as(what)
                        .isEqualTo(document.text().substring(0, at)
                                + (!task.boxed() ? "[x] " : done ? "x" : " ")
                                + document.text().substring(at + length));
                assertThat(rest(after)).as(what).isEqualTo(rest(document));
                List<Task> expected = new ArrayList<>(document.todo().all());
                assertThat(after.todo().all()).as(what).hasSameSizeAs(expected);
                for (Task now : after.todo().all()) {
                    Task before = expected.get(now.number());
                    assertThat(now.words()).as(what).isEqualTo(before.words());
                    assertThat(now.done()).as(what).isEqualTo(now.number() == task.number() ? done : before.done());
                }
                assertThat(after.ticked(after.todo().all().get(task.number()), done))
                        .isSameAs(after);
                ticked++;
            }
        }
        assertThat(ticked).isGreaterThan(FILES);
    }

    /** Guards against a task of yesterday that is written where it is not read again, or that changes other lines of today. */
    @Test
    void aTaskThatIsBroughtStandsBehindTheOthers() {
        Task task = Tasks.of("- [ ] 어제 못 한 일").all().get(0);
        for (long seed = 0; seed < FILES; seed++) {
            TilDocument document = TilDocument.parse(withTasks(new Random(seed), new Diaries(seed).next()));
            Tasks before = document.todo();
            DayFields wanted = document.fields().with(DayField.TODO, before.with(task));
            TilDocument after = document.with(wanted);
            String what = "seed " + seed + "\n" + document.text() + "\n=====\n" + after.text();
            assertThat(document.clashes(wanted)).as(what).isEmpty();
            List<Task> all = after.todo().all();
            assertThat(all).as(what).hasSize(before.all().size() + 1);
            assertThat(all.get(all.size() - 1).words()).as(what).isEqualTo("어제 못 한 일");
            assertThat(after.todo().with(task))
                    .as(what)
                    .isEqualTo(after.fields().text(DayField.TODO));
            assertThat(rest(after)).as(what).isEqualTo(rest(document));
        }
    }

    /** Guards against the template's first task on the line of its key, where no reader of Markdown shows a box. */
    @Test
    void theFirstTaskOfADayStandsBelowItsKey() {
        TilDocument blank = TilDocument.parse("### 스크럼\n- 오늘 할 일 :\n- 특이사항 :\n");
        Task task = Tasks.of("ALB 등록").all().get(0);
        assertThat(blank.with(blank.fields().with(DayField.TODO, blank.todo().with(task)))
                        .text())
                .isEqualTo("### 스크럼\n- 오늘 할 일 :\n  - [ ] ALB 등록\n- 특이사항 :\n");
    }

    /** Guards against what is offered twice, that was done, or that stands in today's list in other spelling. */
    @Test
    void whatIsOpenIsOfferedOnce() {
        Tasks earlier = Tasks.of("- [x] VPC\n- [ ] 가용  영역\n- RDS\n- RDS\n- elb");
        String today = "- [x] " + Normalizer.normalize("가용 영역", Normalizer.Form.NFD) + "\n- ELB";
        assertThat(earlier.openBeside(today)).extracting(Task::words).containsExactly("RDS");
        assertThat(earlier.openBeside("")).extracting(Task::words).containsExactly("가용  영역", "RDS", "elb");
    }

    /** Guards against a day that tells tomorrow it had done what it left open. */
    @Test
    void lookingBackTellsWhatWasDoneFromWhatWasNot() {
        assertThat(Tasks.of("- [x] VPC\n  - RDS\n- [ ] ELB").lookingBack())
                .isEqualTo("- [x] VPC\n  - [ ] RDS\n- [ ] ELB");
        assertThat(Tasks.of("- VPC\n- RDS").lookingBack()).isEqualTo("- VPC\n- RDS");
    }

    /** {@code x > words} is a ticked task below another one. */
    private static List<String> tasks(String note) {
        return TaskReader.tasks(note).stream()
                .map(task -> (task.done() ? "x " : "") + (task.depth() > 0 ? "> " : "") + task.words())
                .toList();
    }

    private static int firstDifference(String before, String after) {
        int at = 0;
        while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        // Where `[` follows, the new box looks as if it began behind it.
        return after.length() > before.length() ? after.indexOf("[x] ", Math.max(0, at - 3)) : at;
    }

    private static String rest(TilDocument document) {
        return document.fields().with(DayField.TODO, "").texts() + " " + document.date()
                + document.extras().size();
    }

    /** The file with lists of tasks in its scrum, equal ones among them. */
    private static String withTasks(Random random, String text) {
        String eol = text.contains("\r\n") ? "\r\n" : text.contains("\r") ? "\r" : "\n";
        String[] lines = text.split("\r\n|\r|\n", -1);
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(line).append(eol);
            if (line.endsWith("스크럼") || line.contains("오늘 할 일")) {
                boolean below = line.contains("오늘 할 일");
                for (int i = random.nextInt(5); i > 0; i--) {
                    String indent = below ? "    " : "";
                    String marker =
                            List.of("- ", "* ", "1. ", "-\u00a0", "  - ").get(random.nextInt(5));
                    String box = List.of("", "", "[ ] ", "[x] ", "[X] ").get(random.nextInt(5));
                    String words = List.of("같은 일", "같은 일", "VPC **만들기**", "[x]표", "e\u0301tude")
                            .get(random.nextInt(5));
                    out.append(indent).append(marker).append(box).append(words).append(eol);
                }
            }
        }
        return out.toString();
    }
}
