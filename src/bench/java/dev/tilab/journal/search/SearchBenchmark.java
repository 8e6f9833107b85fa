package dev.tilab.journal.search;

import dev.tilab.journal.template.TilDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a question costs among 10,000 days of 3 kB in a folder: twenty hits with their snippets, and the number of
 * all. Every question of the list in turn, the frequent words among them; percentiles are of single questions. The first line of each
 * run says how long the index took to be made.
 *
 * <pre>./mvnw -Pbench verify -DskipTests -Dbench.include=SearchBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {

    private static final String[] NOUNS =
            ("로드밸런서 서브넷 트랜잭션 인덱스 쿠버네티스 파드 컨테이너 이미지 빌드 배포 롤백 장애조치 고가용성 상태확인 대상그룹 오토스케일링 캐시 큐 메시지 람다"
                            + " 함수 권한 정책 역할 버킷 객체 수명주기 모니터링 지표 로그 알람 대시보드 네트워크 라우팅 게이트웨이 방화벽 보안그룹 인증서 도메인 레코드 쿼리 조인 정규화 락 데드락 격리수준 복제"
                            + " 샤딩 파티션 스레드 비동기 코루틴 힙 가비지컬렉션 프로파일링 테스트 리팩터링 의존성주입 스프링 하이버네이트 자바 파이썬 리액트 상태관리 ALB NAT t3.micro HTTP"
                            + " 502 nginx kubectl docker compose Multi-AZ instance balanced load queue timeout retries health_check"
                            + " 0.0.0.0/0 SELECT index")
                    .split(" ");

    private static final String[] PARTICLES = {"을", "를", "이", "가", "은", "는", "에", "에서", "의", "로", "와", ""};

    private static final String[] VERBS = {"배웠다", "만들었다", "설정했다", "고쳤다", "나눴다", "실패했다", "이해했다", "어려웠다", "느렸다"};

    private static final int DAYS = 10_000;

    private static final int BATCH = 50;

    private static final String[] QUESTIONS = {
        "로드", "로드밸런서를", "가용성", "락", "배우다", "t3.micro", "서브넷 라우팅 게이트웨이", "\"상태 확인\"", "load balancer 없는말", "0.0.0.0/0"
    };

    private int asked;

    private SearchIndex index;
    private Path folder;

    @Setup(Level.Trial)
    public void putIn() throws IOException {
        folder = Files.createTempDirectory("tilab-search");
        index = SearchIndex.open(folder);
        Random random = new Random(7);
        LocalDate date = LocalDate.of(2025, 11, 28);
        long began = System.nanoTime();
        List<SearchIndex.Put> batch = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            TilDocument day = TilDocument.parse(day(date.minusDays(i), random));
            batch.add(new SearchIndex.Put(i, 0, Passages.of(i, date.minusDays(i), "1", day)));
            if (batch.size() == BATCH) {
                index.put(batch);
                batch.clear();
            }
        }
        System.out.printf("%d days read and put in in %d s%n", DAYS, (System.nanoTime() - began) / 1_000_000_000);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        index.close();
        SearchIndex.delete(folder);
    }

    @Benchmark
    public Found find() {
        try (SearchSession session = index.session()) {
            return new PassageQuery(new Asked(QUESTIONS[asked++ % QUESTIONS.length], null, null, null, null, 0, 20))
                    .fetch(session, true);
        }
    }

    private static String day(LocalDate date, Random random) {
        StringBuilder day =
                new StringBuilder("# TIL Template\n\n## 날짜: ").append(date).append("\n\n### 스크럼\n");
        day.append("- 오늘 할 일 : ").append(sentence(random)).append("\n\n### 새로 배운 내용\n");
        int topics = 2 + random.nextInt(3);
        for (int i = 1; i <= topics; i++) {
            day.append("#### 주제 ")
                    .append(i)
                    .append(": ")
                    .append(one(NOUNS, random))
                    .append("와 ");
            day.append(one(NOUNS, random)).append("\n\n");
            for (int n = 0; n < 9; n++) {
                day.append(sentence(random)).append(n % 3 == 2 ? "\n\n" : " ");
            }
        }
        day.append("### 오늘의 도전 과제와 해결 방법\n- 도전 과제 1: ").append(sentence(random));
        day.append("\n  - 해결 방법: ").append(sentence(random)).append("\n\n### 오늘의 회고\n- ");
        return day.append(sentence(random))
                .append(sentence(random))
                .append('\n')
                .toString();
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        int length = 4 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            // Some words are frequent and most are rare, as in life.
            int place = (int) (NOUNS.length * Math.pow(random.nextDouble(), 1.6));
            sentence.append(NOUNS[place]).append(one(PARTICLES, random)).append(' ');
        }
        return sentence.append(one(VERBS, random)).append('.').toString();
    }

    private static String one(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
