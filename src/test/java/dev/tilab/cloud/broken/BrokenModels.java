package dev.tilab.cloud.broken;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models that break one rule each, so that the rules are known to see it. Never run. */
public final class BrokenModels {

    static final class Now {
        Instant arrival = Instant.now();
    }

    static final class Today {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Seoul"));
    }

    static final class NowByReference {
        Supplier<Instant> arrival = Instant::now;
    }

    static final class Nanos {
        long arrivalNanos = System.nanoTime();
    }

    static final class Millis {
        long arrivalMillis = System.currentTimeMillis();
    }

    static final class OldDate {
        Date arrival = new Date();
    }

    static final class AnyClock {
        long arrivalMillis(Clock clock) {
            return clock.millis();
        }
    }

    static final class OldRandom {
        double demand = new Random(1).nextGaussian();
    }

    static final class Splittable {
        double demand = new SplittableRandom(1).nextDouble();
    }

    static final class OfTheThread {
        double demand = ThreadLocalRandom.current().nextDouble();
    }

    static final class Unique {
        String id = UUID.randomUUID().toString();
    }

    static final class Shuffled {
        void mix(List<String> targets) {
            Collections.shuffle(targets);
        }
    }

    static final class Sine {
        double rate = 10 + Math.sin(2 * Math.PI / 24);
    }

    static final class Power {
        double rate(double base) {
            return Math.pow(base, 0.5);
        }
    }

    static final class LogarithmByReference {
        double[] logs(double[] values) {
            return Arrays.stream(values).map(Math::log).toArray();
        }
    }

    static final class SetOf {
        void each() {
            Set.of("az-a", "az-b").forEach(String::strip);
        }
    }

    static final class SetCopy {
        Set<String> zones = Set.copyOf(List.of("az-a", "az-b"));
    }

    static final class HashedSet {
        Set<String> zones = new HashSet<>();
    }

    static final class HashedSetByReference {
        Set<String> zones = List.of("az-a").stream().collect(Collectors.toCollection(HashSet::new));
    }

    static final class MapOf {
        Object allowed = Map.of("min", "1", "max", "2");
    }

    static final class MapOfEntries {
        Object allowed = Map.ofEntries(Map.entry("min", "1"));
    }

    static final class HashedMap {
        Map<String, Long> durations = new HashMap<>();
    }

    static final class Gathered {
        List<String> zones = new ArrayList<>(List.of("az-a", "az-b").stream().collect(Collectors.toSet()));
    }

    static final class Grouped {
        Object byLength = List.of("az-a").stream().collect(Collectors.groupingBy(String::length));
    }

    static final class AddressOfAnObject {
        int place(Object client) {
            return client.hashCode() % 4;
        }
    }

    static final class AddressOfAConstant {
        int place = Locale.Category.DISPLAY.hashCode() % 4;
    }

    static final class ParallelStream {
        int sum = List.of(1, 2).parallelStream().mapToInt(each -> each).sum();
    }

    static final class ParallelRange {
        double sum =
                IntStream.range(0, 9).parallel().mapToDouble(each -> each / 3.0).sum();
    }

    static final class ParallelSort {
        void sort(long[] values) {
            Arrays.parallelSort(values);
        }
    }

    static final class AnotherThread {
        Thread other = new Thread(() -> {});
    }

    static final class Future {
        CompletableFuture<Integer> sum = CompletableFuture.supplyAsync(() -> 1);
    }

    static final class MachinesLocale {
        String id = "I".toLowerCase();
    }

    static final class MachinesNumbers {
        String value = String.format("%.2f", 0.5);
    }

    static final class MachinesZone {
        ZoneId zone = ZoneId.systemDefault();
    }

    static final class Counter {
        static int runs;
    }

    static final class AtomicCounter {
        static final AtomicLong RUNS = new AtomicLong();
    }

    static final class SharedList {
        static final ArrayList<String> SEEN = new ArrayList<>();
    }

    static final class SharedTable {
        static final double[] WEIGHTS = {1, 2};
    }

    static final class SharedState {
        static final State STATE = new State();
    }

    static final class State {
        long arrivals;
    }

    private BrokenModels() {}
}
