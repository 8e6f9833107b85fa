package dev.tilab.labs.elb.doctor;

/** How far a line may be drawn: nothing is shown further than whoever asked can know, until the case is solved. */
final class Sight {

    /** Before the first place: no answer at all came. */
    private static final String CLIENT = "client";

    /** Somebody at the door said no. */
    private static final String DOOR = "door";

    private static final String TARGET = "target";

    private Sight() {}

    /** Of somebody who asks through a door. */
    static String throughDoor(Way way, boolean solved) {
        Place place = way.place();
        if (place == null) {
            return TARGET;
        }
        if (solved) {
            return place.id();
        }
        return switch (way.how()) {
            case SILENT -> CLIENT;
            case REFUSED -> DOOR;
            default -> answered(way.status());
        };
    }

    /** The balancer answers for itself: 503 when it has nobody to ask, 504 when nobody answers it, 502 when somebody there says no. */
    private static String answered(int status) {
        return switch (status) {
            case 503 -> Place.REGISTERED.id();
            case 504 -> Place.GROUP_PORT.id();
            case 502 -> Place.BIND.id();
            default -> Place.RULES.id();
        };
    }

    /** Of somebody inside who asks a target. */
    static String fromBeside(Way way, boolean solved) {
        Place place = way.place();
        if (place == null || way.how() == Way.How.ANSWERED) {
            return TARGET;
        }
        if (solved) {
            return place.id();
        }
        return way.how() == Way.How.SILENT ? Place.GROUP_PORT.id() : Place.BIND.id();
    }

    static String onHost() {
        return TARGET;
    }

    static String noTarget() {
        return Place.REGISTERED.id();
    }
}
