package dev.tilab.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.TilDocument;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, and which of the days below they mean by it: everything that is meant, and nothing else. */
class KoreanSearchTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    /** Each a day with one topic; named by the letter before it. */
    private static final String[] DAYS = {
        "a|ELB|로드밸런서를 만들고 대상 그룹에 등록했다. 느린 시작을 켰다.",
        "b|로드 밸런싱|라운드 로빈으로 요청을 나눈다. 로드 밸런서가 둘이다.",
        "c|RDS Multi-AZ|고가용성을 위해 대기 인스턴스를 둔다. 장애조치가 60초 걸렸다.",
        "d|VPC|서브넷을 나누고 라우팅 테이블에 0.0.0.0/0 을 넣었다. NAT 게이트웨이는 비싸다.",
        "e|EC2|t3.micro 인스턴스에 nginx를 설치했다. 업로드가 느려서 답답했다.",
        "f|상태 확인|ALB가 HTTP 502를 돌려주었다. health_check 경로를 바꾸니 정상.",
        "g|쿠버네티스|파드와 서비스를 배웠다. 쿠버네티스는 어렵다. kubectl apply -f deploy.yaml",
        "h|데이터베이스|인덱스를 만들었다. 트랜잭션 락이 풀리지 않았다. SELECT * FROM entry WHERE id = 1;",
        "i|도커|이미지를 빌드하고 컨테이너를 실행했다. Docker Compose v2.24 로 올렸다.",
        "j|Auto Scaling|대상 추적 정책은 평균 CPU 50% 를 지킨다. Instances were balanced by the load balancer.",
        "k|회고 쓰는 법|오늘은 배운 것을 세 줄로 적었다. 어려운 문제를 팀원과 함께 풀었다.",
        "l|마이크 설정|화상 회의에서 마이크가 꺼졌다. 평가 점수와 세미나 일정을 정리했다.",
        "m|자바 스트림|C++과 달리 GC가 있다. List.of(1, 2)와 @Transactional 을 썼다. 가비지 컬렉션",
        "n|네트워크|TCP 3-way handshake, 서버와 클라이언트. 네트워크를 다시 공부했다. CDN의 캐시",
        "o|해서 버튼|클릭을 잘못 해서 버튼이 눌렸다. 창이 닫혔다. 재시도 간격은 지수 백오프",
        "p|스트림API|설정-파일을 @Value로 읽었다. 빈을 주입한다. S3의 객체는 3개월 뒤 지운다.",
        "q|정리|원고를 끝냈다.그리고 쉬었다. 장애:조치 순서",
    };

    private static SearchIndex index;

    @BeforeAll
    static void putIn() throws IOException {
        index = SearchIndex.open(null);
        List<SearchIndex.Put> days = new ArrayList<>();
        for (int i = 0; i < DAYS.length; i++) {
            String[] day = DAYS[i].split("\\|");
            // Every other one as macOS writes it.
            String text = "## 날짜: " + FIRST.plusDays(i) + "\n### 새로 배운 내용\n#### 주제 1: " + day[1] + "\n" + day[2] + "\n";
            String typed = i % 2 == 0 ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
            days.add(new SearchIndex.Put(i, 0, Passages.of(i, FIRST.plusDays(i), "1", TilDocument.parse(typed))));
        }
        index.put(days);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static final String CASES = """
            로드|abe
            로드밸런서|ab
            로드밸런서를|ab
            로드 밸런서|ab
            밸런싱|b
            밸런서|ab
            로드밸런싱|b
            가용성|c
            고가용성|c
            고가용성이|c
            장애 조치|cq
            장애조치|cq
            서브넷|d
            서브넷으로|d
            0.0.0.0/0|d
            NAT|d
            게이트웨이|d
            t3.micro|e
            nginx|e
            nginx가|e
            업로드|e
            느리다|ae
            ALB|f
            alb의|f
            HTTP 502|f
            502|f
            health|f
            health_check|f
            상태확인|f
            쿠버|g
            쿠버네티스를|g
            배우다|gk
            배웠다|gk
            배운|gk
            어려웠다|gk
            kubectl apply|g
            deploy.yaml|g
            락|h
            트랜잭션|h
            데이터|h
            만들다|ah
            docker|i
            v2.24|i
            컨테이너는|i
            instance|j
            balancing|j
            balancer|j
            load balancers|j
            cpu 50%|j
            대상 추적|j
            평가|l
            세미나|l
            회의에서|l
            마이크|l
            c++|m
            @Transactional|m
            가비지컬렉션|m
            서버|n
            스트림API|p
            스트림 API를|p
            설정-파일|p
            @Value를|p
            빈 주입|p
            네트워크와|n
            3-way|n
            cdn|n
            CDN은|n
            버튼|o
            재시도 간격|o
            "해서 버튼"|o
            "버튼 해서"|-
            "재시도 지수"|-
            없는말|-
            S3|p
            3개월|p
            s3 객체|p
            캐시 CDN|n
            ELB 등록|a
            쿠버네티스 파드 배웠다|g
            RDS 대기 로드|-
            인스턴스|ce
            끝냈다|q
            그리고|q
            원고를 끝냈다|q
            원고를끝냈다|q
            장애조치 순서|q
            """;

    /** A journal in Korean that is looked through by words between spaces finds half of what is meant. */
    @Test
    void whatIsMeantIsFoundAndNothingElse() {
        int meant = 0;
        int missed = 0;
        int tooMuch = 0;
        Map<String, String> wrong = new TreeMap<>();
        List<String> cases = CASES.lines().toList();
        for (String line : cases) {
            String[] pair = line.split("\\|");
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                Set<String> found = find(Normalizer.normalize(pair[0], form));
                Set<String> expected = pair[1].equals("-")
                        ? Set.of()
                        : pair[1].chars().mapToObj(Character::toString).collect(Collectors.toSet());
                meant += expected.size();
                missed += without(expected, found).size();
                tooMuch += without(found, expected).size();
                if (!found.equals(expected)) {
                    wrong.put(pair[0], expected + " but " + found);
                }
            }
        }
        System.out.printf(
                "%d questions, each NFC and NFD: recall %.3f, precision %.3f%n",
                cases.size(), 1 - missed / (double) meant, (meant - missed) / (double) (meant - missed + tooMuch));
        assertThat(wrong).isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private static Set<String> find(String words) {
        return ask(words).hits().stream()
                .map(hit -> DAYS[(int) (hit.date().toEpochDay() - FIRST.toEpochDay())].substring(0, 1))
                .collect(Collectors.toSet());
    }

    private static Found ask(String words) {
        try (SearchSession session = index.session()) {
            return new PassageQuery(new Asked(words, null, null, null, null, 0, 50)).fetch(session, true);
        }
    }

    /** A snippet that marks nothing, or half a word, leaves the reader to look for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            로드밸런서 | <mark>로드밸런서</mark>를 만들고
            밸런서 | 로드<mark>밸런서</mark>를 만들고
            가용성 | 고<mark>가용성</mark>을
            락 | 트랜잭션 <mark>락</mark>이
            nginx | <mark>nginx</mark>를
            배우다 | <mark>배웠</mark>다
            balancing | <mark>balanced</mark>
            """)
    void whatWasAskedForIsMarked(String words, String snippet) {
        assertThat(ask(words).hits())
                .anySatisfy(hit -> assertThat(hit.snippet()).contains(snippet));
    }

    /** Signs that are orders for a query parser, halves of characters, endless quotes: what is typed is looked for, whatever it is. */
    @Test
    void whateverIsTypedIsAnswered() {
        Random random = new Random(20250306);
        String[] pieces = {
            "로드",
            "가",
            "\"",
            "“",
            "*",
            "?",
            "~",
            "^",
            ":",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\\",
            "/",
            "+",
            "-",
            "&&",
            "||",
            "!",
            "AND",
            "OR",
            "NOT",
            " ",
            "\t",
            "\n",
            "\0",
            "\uD83D",
            "\uDE00",
            "😀",
            "<mark>",
            "\uE000",
            "a",
            "t3.micro",
            "0.0.0.0/0",
            "ㄱ",
            "ᄀ",
            "ﾊﾝｸﾞ",
            "漢字",
            "１２",
            "é",
            "e\u0301",
            "\u200D",
            "배웠다",
            "ALB의"
        };
        for (int i = 0; i < 400; i++) {
            StringBuilder typed = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int n = 0; n < length; n++) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            Found found = ask(typed.toString());
            assertThat(found.hits())
                    .as("“%s”", typed)
                    .allSatisfy(hit ->
                            assertThat(hit.snippet().replaceAll("</?mark>", "")).doesNotContain("<"));
        }
    }
}
