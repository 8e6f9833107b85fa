package dev.tilab.labs.elb.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What can be wrong: each is a change of a set-up that works. Their order is that of the study's table. */
enum Fault {
    TARGET_SG(Place.TARGET_SG, "office"),
    HEALTH_PATH(Place.HEALTH_CHECK, "healthz"),
    LOCALHOST(Place.BIND, "localhost"),
    GROUP_PORT(Place.GROUP_PORT, "80"),
    BALANCER_SG(Place.BALANCER_SG, "no-https"),
    SCHEME(Place.SCHEME, "internal"),
    SUBNET_ROUTE(Place.SUBNET_ROUTE, "local"),
    NO_LISTENER(Place.LISTENER, "80"),
    NONE_REGISTERED(Place.REGISTERED, "none"),
    /** All targets run in c, and the balancer is in a and b. */
    ZONE_NOT_ENABLED(Place.ZONES, List.of(), setUp -> setUp.withTargetsIn(List.of(2, 2, 2))),
    HOST_RULE(Place.RULES, "www-only"),
    KEEP_ALIVE(Place.KEEP_ALIVE, "5s"),
    SLOW_ANSWER(Place.RESPONSE_TIME, "75s"),
    CLIENT_IP_PRESERVED(Place.PRESERVE_CLIENT_IP, "on"),
    /** Targets admit everybody, so nothing is to be seen from outside. */
    HAIRPIN(
            Place.PRESERVE_CLIENT_IP,
            List.of(Place.TARGET_SG),
            setUp -> setUp.with(Place.PRESERVE_CLIENT_IP, "on").with(Place.TARGET_SG, "anywhere")),
    NETWORK_ACL(Place.NETWORK_ACL, "no-return");

    /** Where it is mended. */
    final Place place;

    private final List<Place> touched;
    private final UnaryOperator<SetUp> change;

    Fault(Place place, String value) {
        this(place, List.of(), setUp -> setUp.with(place, value));
    }

    Fault(Place place, List<Place> touched, UnaryOperator<SetUp> change) {
        this.place = place;
        this.touched = touched;
        this.change = change;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SetUp in(SetUp setUp) {
        return change.apply(setUp);
    }

    /** Those that a patient of this kind can have. */
    static List<Fault> of(Kind kind) {
        return Arrays.stream(values())
                .filter(fault -> Place.of(kind).contains(fault.place))
                .toList();
    }

    /** Whether both can be wrong at once, neither of them undoing the other. */
    boolean goesWith(Fault other) {
        return place != other.place && !touched.contains(other.place) && !other.touched.contains(place);
    }

    /** What works at its place of a set-up that has it: the first value of a place, but where the targets are elsewhere. */
    String cure(Kind kind) {
        return this == ZONE_NOT_ENABLED ? "a-b-c" : place.values(kind).get(0);
    }
}
