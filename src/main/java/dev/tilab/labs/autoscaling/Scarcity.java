package dev.tilab.labs.autoscaling;

/** Somebody who watches whether a lane has too few instances. */
interface Scarcity {

    /**
     * What was the case between two instants, asked in the order of time while the lane still is as it was between them.
     *
     * @param tooFew whether the objective was not kept, or would not be for long
     */
    void see(long fromMicros, long untilMicros, boolean tooFew);
}
