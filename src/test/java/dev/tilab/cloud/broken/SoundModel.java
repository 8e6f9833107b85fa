package dev.tilab.cloud.broken;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Comes near everything that is forbidden and does none of it, so that the rules are known to forbid no more than they say. */
public final class SoundModel {

    enum Kind {
        READ,
        WRITE
    }

    private static final double[] LOGARITHMS = {StrictMath.log(1), StrictMath.log(2)};

    static final List<Kind> KINDS = List.of(Kind.values());

    static final String NAME = "Sound".toLowerCase(Locale.ROOT);

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<String, Double> rates = new LinkedHashMap<>();

    double value(List<String> zones) {
        zones.forEach(zone -> rates.put(zone, Math.sqrt(Math.max(1, Math.floorMod(zone.hashCode(), 7))) * Math.PI));
        Map<Integer, List<String>> byLength =
                zones.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
        counts.merge(Kind.READ, (long) byLength.size(), Long::sum);
        long start = Instant.parse("2026-03-01T15:00:00Z").getEpochSecond() + new LinkedHashSet<>(zones).size();
        return start
                + StrictMath.sin(LOGARITHMS[0])
                + rates.values().stream().mapToDouble(each -> each).sum();
    }
}
