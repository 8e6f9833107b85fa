package dev.tilab.labs.elb.doctor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How everything on the way is set.
 *
 * @param values of every place that the kind has
 * @param targetZones where the targets run, from 0
 */
record SetUp(Kind kind, Map<Place, String> values, List<Integer> targetZones) {

    private static final List<Integer> TARGET_ZONES = List.of(0, 0, 1);

    SetUp {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
        targetZones = List.copyOf(targetZones);
    }

    /** The one that works. */
    static SetUp good(Kind kind) {
        Map<Place, String> values = new EnumMap<>(Place.class);
        Place.of(kind).forEach(place -> values.put(place, place.values(kind).get(0)));
        return new SetUp(kind, values, TARGET_ZONES);
    }

    /** The same with one place set otherwise. */
    SetUp with(Place place, String value) {
        Map<Place, String> changed = new EnumMap<>(values);
        changed.put(place, value);
        return new SetUp(kind, changed, targetZones);
    }

    /** The same with its targets elsewhere. */
    SetUp withTargetsIn(List<Integer> zones) {
        return new SetUp(kind, values, zones);
    }

    /** What is set there; empty where this kind has no such place. */
    String at(Place place) {
        return values.getOrDefault(place, "");
    }

    boolean is(Place place, String value) {
        return at(place).equals(value);
    }
}
