package dev.tilab.labs.elb.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How few acts find out and mend without luck. Who plans so knows every fault and what each of them shows: asks those probes with
 * which the fewest acts are enough at worst, rather one more than an opening that may be in vain; opens what is left to suspect along
 * the way until something is broken, mends it, and looks again. As long as one fault explains what is seen, nobody suspects two.
 */
final class Best {

    /**
     * Faults that somebody may have, given what was mended so far.
     *
     * @param ill places that are still to be mended
     */
    private record Candidate(List<Fault> faults, SetUp setUp, List<Place> ill, View view) {

        static Candidate of(List<Fault> faults, SetUp setUp) {
            List<Place> ill = faults.stream()
                    .map(fault -> fault.place)
                    .filter(place -> Repairs.isBroken(setUp, place))
                    .toList();
            return new Candidate(faults, setUp, ill, View.of(setUp));
        }

        Candidate mended(Place place, String value) {
            return of(faults, setUp.with(place, value));
        }

        List<String> answers(List<Act.Probe> asked) {
            return asked.stream()
                    .map(probe -> view.probes().get(probe.ordinal()))
                    .toList();
        }
    }

    /** Everybody that there can be, of each kind. */
    private static final List<List<Candidate>> ALL =
            Arrays.stream(Kind.values()).map(Best::all).toList();

    private static final List<List<Act.Probe>> SUBSETS = subsets();

    /** What was done. */
    record Plan(List<Act.Probe> probes, List<Place> openings, List<Place> repairs) {

        int acts() {
            return probes.size() + openings.size() + repairs.size();
        }
    }

    private final Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final Set<Place> opened = EnumSet.noneOf(Place.class);
    private Candidate truth;
    private List<Candidate> candidates;

    private Best(Patient patient) {
        truth = Candidate.of(patient.faults(), patient.setUp());
        candidates = ALL.get(patient.kind().ordinal());
    }

    static Plan of(Patient patient) {
        return new Best(patient).plan();
    }

    /** One fault, or two that go together. */
    private static List<Candidate> all(Kind kind) {
        return sets(kind).stream()
                .map(faults -> Candidate.of(faults, new Patient(0, kind, faults).setUp()))
                .toList();
    }

    static List<List<Fault>> sets(Kind kind) {
        List<List<Fault>> sets = new ArrayList<>();
        List<Fault> faults = Fault.of(kind);
        for (Fault first : faults) {
            sets.add(List.of(first));
            faults.stream()
                    .filter(second -> first.compareTo(second) < 0 && first.goesWith(second))
                    .forEach(second -> sets.add(List.of(first, second)));
        }
        return sets;
    }

    /** From all of the probes to none: of two as good the one that asks more. */
    private static List<List<Act.Probe>> subsets() {
        List<Act.Probe> probes = List.of(Act.Probe.values());
        return IntStream.range(0, 1 << probes.size())
                .mapToObj(bits -> probes.stream()
                        .filter(probe -> (bits >> probe.ordinal() & 1) == 1)
                        .toList())
                .sorted(Comparator.comparingInt((List<Act.Probe> asked) -> -asked.size()))
                .toList();
    }

    private Plan plan() {
        while (!truth.ill().isEmpty()) {
            candidates = candidates.stream()
                    .filter(each -> each.view().free().equals(truth.view().free()))
                    .toList();
            probe();
            mend(search());
        }
        return plan;
    }

    /** Asks those of the probes that are worth their price, before anybody opens anything. */
    private void probe() {
        List<Act.Probe> best = SUBSETS.stream()
                .min(Comparator.comparingInt(asked -> asked.size() + mostSuspects(asked)))
                .orElseThrow();
        plan.probes.addAll(best);
        candidates = groups(best).get(truth.answers(best));
    }

    /** The most that may be left to open by whoever asks these probes and suspects no more faults than needed. */
    private int mostSuspects(List<Act.Probe> asked) {
        int fewest = fewest(candidates);
        return groups(asked).values().stream()
                .filter(group -> fewest(group) == fewest)
                .mapToInt(group -> suspects(group).size())
                .max()
                .orElse(0);
    }

    /** Candidates whom these probes do not tell apart. */
    private Map<List<String>, List<Candidate>> groups(List<Act.Probe> asked) {
        return candidates.stream()
                .collect(Collectors.groupingBy(each -> each.answers(asked), LinkedHashMap::new, Collectors.toList()));
    }

    /** How many places there are to mend at least. */
    private static int fewest(List<Candidate> candidates) {
        return candidates.stream().mapToInt(each -> each.ill().size()).min().orElse(0);
    }

    /** What may have to be mended, in the order of the way. */
    private static List<Place> suspects(List<Candidate> candidates) {
        int fewest = fewest(candidates);
        List<Candidate> likely =
                candidates.stream().filter(each -> each.ill().size() == fewest).toList();
        return Arrays.stream(Place.values())
                .filter(place -> likely.stream().anyMatch(each -> each.ill().contains(place)))
                .toList();
    }

    /** Opens one suspect after the other until one of them is broken. */
    private Place search() {
        while (true) {
            Place next = suspects(candidates).get(0);
            if (opened.add(next)) {
                plan.openings.add(next);
            }
            boolean broken = Repairs.isBroken(truth.setUp, next);
            if (broken) {
                return next;
            }
            candidates = candidates.stream()
                    .filter(each -> !Repairs.isBroken(each.setUp, next))
                    .toList();
        }
    }

    private void mend(Place place) {
        String cure = truth.faults.stream()
                .filter(fault -> fault.place == place)
                .findFirst()
                .orElseThrow()
                .cure(truth.setUp.kind());
        plan.repairs.add(place);
        truth = truth.mended(place, cure);
        candidates = candidates.stream()
                .filter(each -> Repairs.isBroken(each.setUp, place))
                .map(each -> each.mended(place, cure))
                .toList();
    }
}
