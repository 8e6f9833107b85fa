package dev.tilab.labs.elb.doctor;

/** What runs on a target, once a connection to it is there. */
final class Application {

    /**
     * How long the closing of a connection takes to be known at the other end: a request that is sent meanwhile meets it.
     * Milliseconds in truth; as long as this so that it happens within two minutes.
     */
    static final long CLOSING_MICROS = 5_000_000;

    private final SetUp setUp;

    Application(SetUp setUp) {
        this.setUp = setUp;
    }

    /** What a request becomes that an Application Load Balancer passes on. */
    Way answer(Moment moment) {
        long keepAlive = keepAliveMicros();
        if (keepAlive < Evaluation.IDLE_MICROS
                && moment.idleMicros() >= keepAlive
                && moment.idleMicros() < keepAlive + CLOSING_MICROS) {
            return Way.answered(Place.KEEP_ALIVE, 502, Evaluation.HOP_MICROS);
        }
        long response = responseMicros();
        return response > Evaluation.IDLE_MICROS
                ? Way.answered(Place.RESPONSE_TIME, 504, Evaluation.IDLE_MICROS)
                : Way.arrived(200, Evaluation.HOP_MICROS + response);
    }

    /** After how long it closes a connection on which nothing is asked. */
    long keepAliveMicros() {
        return switch (setUp.at(Place.KEEP_ALIVE)) {
            case "5s" -> 5_000_000;
            case "30s" -> 30_000_000;
            default -> 75_000_000;
        };
    }

    /** How long it needs for the shop's first page; for its health it needs no time. */
    long responseMicros() {
        return switch (setUp.at(Place.RESPONSE_TIME)) {
            case "75s" -> 75_000_000;
            case "65s" -> 65_000_000;
            default -> 200_000;
        };
    }
}
