package dev.tilab.labs.elb.doctor;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shop that cannot be reached as it should.
 *
 * @param number by which an address names it
 * @param faults one, or two that go together
 */
record Patient(long number, Kind kind, List<Fault> faults) {

    static final long MOST = 9_007_199_254_740_991L; // what a script can count to

    /** Shuffled, so that the number says nothing; this shuffling has the plainer cases first, for whoever begins at the beginning. */
    private static final long SHUFFLE = 4_837;

    private static final List<Patient> SHOWN = shuffled(Stream.concat(
                    Fault.of(Kind.ALB).stream().map(fault -> new Patient(0, Kind.ALB, List.of(fault))),
                    Stream.of(
                            new Patient(0, Kind.NLB, List.of(Fault.CLIENT_IP_PRESERVED)),
                            new Patient(0, Kind.NLB, List.of(Fault.HAIRPIN)),
                            new Patient(0, Kind.NLB, List.of(Fault.LOCALHOST)),
                            new Patient(0, Kind.ALB, List.of(Fault.TARGET_SG, Fault.HEALTH_PATH)),
                            new Patient(0, Kind.ALB, List.of(Fault.SUBNET_ROUTE, Fault.KEEP_ALIVE)),
                            new Patient(0, Kind.NLB, List.of(Fault.GROUP_PORT, Fault.CLIENT_IP_PRESERVED))))
            .toList());

    Patient {
        faults = List.copyOf(faults);
    }

    /** How many numbers, from 1 on, are shown as a list: every fault occurs among them. */
    static int shown() {
        return SHOWN.size();
    }

    /** The patient of this number, from 1 to {@link #MOST}. */
    static Patient of(long number) {
        return number <= SHOWN.size() ? SHOWN.get((int) number - 1).named(number) : drawn(number);
    }

    private Patient named(long name) {
        return new Patient(name, kind, faults);
    }

    private static Patient drawn(long number) {
        RandomStream chance = new RandomStreams(number).stream("patient", 0);
        Kind kind = chance.nextInt(4) == 0 ? Kind.NLB : Kind.ALB;
        Fault first = one(Fault.of(kind), chance);
        if (chance.nextInt(3) > 0) {
            return new Patient(number, kind, List.of(first));
        }
        Fault second = one(Fault.of(kind).stream().filter(first::goesWith).toList(), chance);
        return new Patient(
                number, kind, List.of(first, second).stream().sorted().toList());
    }

    private static <T> T one(List<T> of, RandomStream chance) {
        return of.get(chance.nextInt(of.size()));
    }

    /** As it is before anybody has done anything. */
    SetUp setUp() {
        SetUp setUp = SetUp.good(kind);
        for (Fault fault : faults) {
            setUp = fault.in(setUp);
        }
        return setUp;
    }

    /** What may be set at a place, in an order that says nothing. */
    List<String> values(Place place) {
        return shuffled(place.values(kind), new RandomStreams(number).stream("values", place.ordinal()));
    }

    private static List<Patient> shuffled(List<Patient> patients) {
        return shuffled(patients, new RandomStreams(SHUFFLE).stream("shown", 0));
    }

    private static <T> List<T> shuffled(List<T> list, RandomStream chance) {
        List<T> left = new ArrayList<>(list);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(chance.nextInt(left.size())));
        }
        return List.copyOf(shuffled);
    }
}
