package dev.tilab.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open-loop load: requests start when their schedule says so, however slow the answers are, and a latency counts from that
 * intended start, so that a stall is seen by everybody who would have arrived during it. The JDK alone runs this file:
 * {@code java src/bench/java/dev/tilab/load/Load.java kind=reads rate=100 seconds=30}.
 *
 * <p>Settings: {@code url} (http://localhost:8080), {@code kind} (writes, reads, runs or mixed: 1 write and 1 run to 18 reads),
 * {@code rate} (requests per second), {@code seconds}, {@code warmup} (seconds that are not counted). It writes days from 1950
 * on, so give it a journal of its own.
 */
public final class Load {

    private static final int DAYS = 5_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    private static final String RUN = "/api/v1/labs/load-balancing/run?seed=";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ConcurrentLinkedQueue<Long> latenciesNanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final String url;
    private final String kind;

    private Load(Map<String, String> settings) {
        url = settings.getOrDefault("url", "http://localhost:8080");
        kind = settings.getOrDefault("kind", "mixed");
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        double rate = Double.parseDouble(settings.getOrDefault("rate", "50"));
        int seconds = Integer.parseInt(settings.getOrDefault("seconds", "30"));
        int warmup = Integer.parseInt(settings.getOrDefault("warmup", "10"));
        new Load(settings).run(rate, seconds, warmup);
    }

    private void run(double rate, int seconds, int warmup) throws Exception {
        for (int day = 0; day < 20; day++) {
            client.send(write(day), BodyHandlers.discarding());
        }
        long gapNanos = Math.round(1e9 / rate);
        long total = Math.round(rate * (seconds + warmup));
        long uncounted = Math.round(rate * warmup);
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
        long begin = System.nanoTime() + 100_000_000;
        AtomicInteger next = new AtomicInteger();
        schedule.scheduleAtFixedRate(
                () -> {
                    int i = next.getAndIncrement();
                    if (i < total) {
                        start(i, begin + i * gapNanos, i >= uncounted);
                    }
                },
                100_000_000,
                gapNanos,
                TimeUnit.NANOSECONDS);
        TimeUnit.SECONDS.sleep((long) seconds + warmup + 1);
        schedule.shutdown();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (open.get() > 0 && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        report(rate, seconds);
        System.exit(0);
    }

    private void start(int i, long intendedNanos, boolean counted) {
        open.incrementAndGet();
        client.sendAsync(request(i), BodyHandlers.discarding()).whenComplete((answer, problem) -> {
            long latency = System.nanoTime() - intendedNanos;
            open.decrementAndGet();
            if (counted) {
                if (problem != null || answer.statusCode() >= 400 && answer.statusCode() != 409) {
                    failed.incrementAndGet();
                } else {
                    latenciesNanos.add(latency);
                }
            }
        });
    }

    private HttpRequest request(int i) {
        return switch (kind) {
            case "writes" -> write(i);
            case "reads" -> read(i);
            case "runs" -> get(RUN + i);
            case "mixed" -> i % 20 == 0 ? write(i / 20) : i % 20 == 10 ? get(RUN + i) : read(i);
            default -> throw new IllegalArgumentException("kind: " + kind);
        };
    }

    /** Every write is a new text: a day's file brought in, and once all days exist, saved over whatever stands there. */
    private HttpRequest write(int i) {
        String day = FIRST_DAY.plusDays(i % DAYS).toString();
        String text = "# TIL\n\n## 날짜: " + day + "\n\n### 새로 배운 내용\n#### 주제 1: 부하 " + i + "\n\n"
                + "요청은 예정된 때에 시작한다.\n".repeat(60) + "\n### 오늘의 회고\n- " + i + "\n";
        HttpRequest.Builder request = i < DAYS
                ? HttpRequest.newBuilder(URI.create(url + "/api/v1/entries")).POST(BodyPublishers.ofString(text))
                : HttpRequest.newBuilder(URI.create(url + "/api/v1/entries/" + day))
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString(text));
        return request.header("Content-Type", "text/markdown;charset=UTF-8")
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private HttpRequest read(int i) {
        return i % 3 == 0 ? get("/journal") : get("/journal/" + FIRST_DAY.plusDays(i % 20));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    /** A percentile is the smallest latency that at least that share of the answers did not exceed. */
    private void report(double rate, int seconds) {
        long[] sorted =
                latenciesNanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "kind=%s rate=%.0f seconds=%d answered=%d (%.1f/s) failed=%d open=%d p50=%.1fms p99=%.1fms max=%.1fms%n",
                kind,
                rate,
                seconds,
                sorted.length,
                sorted.length / (double) seconds,
                failed.get(),
                open.get(),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
        return sorted.length == 0 ? Double.NaN : sorted[rank - 1] / 1e6;
    }
}
