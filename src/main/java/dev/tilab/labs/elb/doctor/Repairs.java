package dev.tilab.labs.elb.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How everything is set at each instant: a repair counts from its own on. */
final class Repairs {

    /** Values of each place that keep a shop from working, by kind. */
    private static final List<Map<Place, List<String>>> BROKEN =
            Arrays.stream(Kind.values()).map(Repairs::broken).toList();

    /**
     * A repair and what it changed.
     *
     * @param vain whether its place works no better and no worse than before
     */
    record Made(Act act, boolean vain) {}

    private final NavigableMap<Long, Evaluation> from = new TreeMap<>();
    private final List<Made> made = new ArrayList<>();

    Repairs(SetUp first, List<Act> acts) {
        from.put(Long.MIN_VALUE, new Evaluation(first));
        SetUp now = first;
        for (Act act : acts) {
            if (act.value() != null && act.place() != null) {
                SetUp next = now.with(act.place(), act.value());
                made.add(new Made(act, isBroken(now, act.place()) == isBroken(next, act.place())));
                now = next;
                from.put(act.micros(), new Evaluation(next));
            }
        }
    }

    /** Whether what is set there is enough to keep a shop from working whose other places are all as they should be. */
    static boolean isBroken(SetUp setUp, Place place) {
        return place == Place.ZONES
                ? !new Evaluation(alone(setUp, place).withTargetsIn(setUp.targetZones())).isWell()
                : BROKEN.get(setUp.kind().ordinal()).get(place).contains(setUp.at(place));
    }

    private static Map<Place, List<String>> broken(Kind kind) {
        Map<Place, List<String>> broken = new EnumMap<>(Place.class);
        SetUp good = SetUp.good(kind);
        for (Place place : Place.of(kind)) {
            broken.put(
                    place,
                    place.values(kind).stream()
                            .filter(value -> !new Evaluation(good.with(place, value)).isWell())
                            .toList());
        }
        return Collections.unmodifiableMap(broken);
    }

    private static SetUp alone(SetUp setUp, Place place) {
        return SetUp.good(setUp.kind()).with(place, setUp.at(place));
    }

    Evaluation at(long micros) {
        return from.floorEntry(micros).getValue();
    }

    List<Made> made() {
        return made;
    }

    /** How many were made before an instant. */
    int before(Act act) {
        return (int)
                made.stream().filter(each -> each.act().tenths() < act.tenths()).count();
    }

    boolean isSolved() {
        return from.lastEntry().getValue().isWell();
    }

    /** Since when it has been well, if it is. */
    long solvedMicros() {
        long since = from.lastKey();
        for (Map.Entry<Long, Evaluation> entry : from.descendingMap().entrySet()) {
            if (!entry.getValue().isWell()) {
                break;
            }
            since = entry.getKey();
        }
        return since;
    }
}
