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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a question costs among 10,000 days of 3 kB in a folder: twenty hits with their snippets, and the number of all. Every question of
 * the list in turn, the frequent words among them; percentiles are of single questions. The first line of each run says how long the
 * index took to be made.
 *
 * <pre>./mvnw -Pbench verify -DskipTests -Dbench.include=SearchBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {

    private static final int DAYS = 10_000;

    private static final int BATCH = 50;

    private static final String[] QUESTIONS = {
        "로드",
        "로드밸런서를",
        "가용성",
        "락",
        "배우다",
        "t3.micro",
        "서브넷 라우팅 게이트웨이",
        "\"상태 확인\"",
        "load balancer 없는말",
        "0.0.0.0/0",
        "장애 조치",
        "이",
        "에서 배웠다"
    };

    /** {@code usual}: of 20,000 words by Zipf's law; {@code repeating}: of 90, so that nearly every day matches, the worst case. */
    @Param({"usual", "repeating"})
    private String days;

    private int asked;

    private SearchIndex index;
    private Path folder;

    @Setup(Level.Trial)
    public void putIn() throws IOException {
        WrittenDays written = days.equals("usual") ? WrittenDays.usual() : WrittenDays.repeating();
        folder = Files.createTempDirectory("tilab-search");
        index = SearchIndex.open(folder);
        Random random = new Random(7);
        LocalDate date = LocalDate.of(2025, 11, 28);
        long began = System.nanoTime();
        List<SearchIndex.Put> batch = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            TilDocument day = TilDocument.parse(written.day(date.minusDays(i), random));
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
}
