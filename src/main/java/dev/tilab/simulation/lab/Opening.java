package dev.tilab.simulation.lab;

/**
 * Where the page of a situation opens and how it plays there, so that none opens on a picture in which nothing happens.
 *
 * @param fromMicros instant of the run at which it begins to play
 * @param toMicros by then there is something to see, and nothing yet that answers what its page asks: here the run waits for
 *     whoever has still to guess, and here it stands for whoever wants no motion
 * @param pace seconds of the run in a second of the reader's
 */
public record Opening(long fromMicros, long toMicros, double pace) {

    public Opening {
        if (fromMicros < 0 || toMicros <= fromMicros || !(pace > 0)) {
            throw new IllegalArgumentException("from " + fromMicros + " to " + toMicros + " at " + pace);
        }
    }

    /**
     * @param from instants as one writes them: {@code 0s}, {@code 20m}
     * @throws IllegalArgumentException if an instant cannot be read or the opening takes no time
     */
    public static Opening of(String from, String to, double pace) {
        return new Opening(micros(from), micros(to), pace);
    }

    private static long micros(String text) {
        return Durations.micros(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
