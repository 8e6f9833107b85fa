package dev.tilab.simulation.engine;

/** A run ends in the middle: nobody wants it any more, or it has cost more than it may. See {@link Effort}. */
public final class RunStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunStoppedException(String why) {
        super(why, null, false, false);
    }
}
