package dev.tilab.labs.elb.doctor;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody comes, and with what end.
 *
 * @param place where it ends; null where the application answers as it should
 * @param status HTTP status, 0 where there is no answer
 * @param micros until whoever asked knows
 */
record Way(@Nullable Place place, How how, int status, long micros) {

    /** The four ends that whoever asks can tell apart. */
    enum How {
        ARRIVED,
        SILENT,
        REFUSED,
        ANSWERED
    }

    static Way arrived(int status, long micros) {
        return new Way(null, How.ARRIVED, status, micros);
    }

    static Way answered(Place place, int status, long micros) {
        return new Way(place, How.ANSWERED, status, micros);
    }

    static Way silent(Place place) {
        return new Way(place, How.SILENT, 0, Evaluation.PATIENCE_MICROS);
    }

    static Way refused(Place place) {
        return new Way(place, How.REFUSED, 0, Evaluation.HOP_MICROS);
    }

    boolean isFine() {
        return how == How.ARRIVED;
    }
}
