package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Everything that is wrong is said at once, each with the field, the value and what is allowed. */
class RulesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    private static List<FieldProblem> problems(DayFields current, DayFields edited) {
        return catchThrowableOfType(InvalidEntryException.class, () -> Rules.check(current, edited))
                .problems();
    }

    @Test
    void everyProblemOfADayIsNamedAtOnce() {
        DayFields bad = Days.withReferences(
                Days.withTopics(
                        Days.on(LocalDate.of(1899, 12, 31), Days.full(DAY)),
                        List.of(
                                new DayFields.Topic(DayFields.NEW, "가".repeat(301), ""),
                                new DayFields.Topic(DayFields.NEW, "두\n줄", "반쪽 \uD83D"))),
                List.of(new DayFields.Reference(DayFields.NEW, "", "javascript:alert(1)")));

        assertThat(problems(null, bad))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly(
                        "date date-out-of-range",
                        "topics[0].title too-long",
                        "topics[1].title not-one-line",
                        "topics[1].body not-text",
                        "references[0].url not-an-address");
    }

    /** Guards against a challenge of several lines that a file may have and nobody may mend. */
    @Test
    void aChallengeMayBeToldInSeveralLines() {
        DayFields day = Days.full(DAY);
        DayFields.Challenge told = new DayFields.Challenge(DayFields.NEW, "상태 확인이\n" + "자꾸 실패했다\n".repeat(60), "");
        DayFields lines = new DayFields(
                day.date(), day.scrum(), day.topics(), List.of(told), day.retrospective(), day.references());
        assertThatCode(() -> Rules.check(null, lines)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://a",
                "https://docs.aws.amazon.com/ko_kr/?a=b#c",
                "https://ko.wikipedia.org/wiki/부하_분산",
                "mailto:a@b.kr",
                "HTTPS://EXAMPLE.COM:8080/x",
                "https://한글.kr/",
                "http://[::1]:8080/"
            })
    void addressesThatABrowserCanOpenAreTaken(String url) {
        DayFields day = Days.withReferences(Days.full(DAY), List.of(new DayFields.Reference(DayFields.NEW, "제목", url)));
        assertThatCode(() -> Rules.check(null, day)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://a/b",
                "https://",
                "https:///x",
                "//a.b",
                "a.b",
                "http:/a",
                "https://a b",
                "https://a\tb",
                "mailto:",
                "vbscript:x"
            })
    void otherAddressesAreRefused(String url) {
        DayFields day = Days.withReferences(Days.full(DAY), List.of(new DayFields.Reference(DayFields.NEW, "제목", url)));
        assertThat(problems(null, day)).extracting(FieldProblem::code).containsExactly("not-an-address");
    }

    /** Else a title that was brought in with 400 characters would keep its owner from correcting another line. */
    @Test
    void whatIsUnchangedFromTheFileIsNotAsked() {
        DayFields current = Days.withReferences(
                Days.withTopics(Days.full(DAY), Collections.nCopies(150, new DayFields.Topic(0, "가".repeat(400), ""))),
                List.of(new DayFields.Reference(0, "사내 문서", "notion://secret")));

        assertThatCode(() -> Rules.check(current, Days.withTodo(current, "다른 줄")))
                .doesNotThrowAnyException();
        assertThat(problems(
                        current, Days.withReferences(current, List.of(new DayFields.Reference(0, "", "notion://x")))))
                .extracting(FieldProblem::field)
                .containsExactly("references[0].url");
    }

    @Test
    void tooManyTopicsAreRefused() {
        DayFields day =
                Days.withTopics(Days.full(DAY), Collections.nCopies(101, new DayFields.Topic(DayFields.NEW, "t", "")));
        assertThat(problems(null, day)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("topics");
            assertThat(problem.allowed()).containsEntry("max", 100);
        });
    }

    @Test
    void aSolutionNeedsItsChallengeAndADayItsDate() {
        DayFields full = Days.full(DAY);
        DayFields day = new DayFields(
                null,
                full.scrum(),
                full.topics(),
                List.of(new DayFields.Challenge(DayFields.NEW, "", "풀었다")),
                "",
                full.references());
        assertThat(problems(null, day))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("date required", "challenges[0].problem required");
    }

    @Test
    void messagesNameTheFieldTheValueAndWhatIsAllowed() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/entries");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        DayFields day =
                Days.withReferences(Days.full(DAY), List.of(new DayFields.Reference(DayFields.NEW, "", "ftp://x/y")));

        FieldProblem problem = problems(null, day).get(0);

        assertThat(problem.message(messages, Locale.ENGLISH)).contains("Address of reference 1", "ftp://x/y", "https");
        assertThat(problem.message(messages, Locale.KOREAN)).contains("참고 자료 1의 주소", "ftp://x/y", "https");
    }
}
