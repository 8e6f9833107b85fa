package dev.tilab.labs.autoscaling;

import java.util.Arrays;

/**
 * How many requests the instances of a lane have: the share of the instances that have each number, from empty to full. All of them
 * get the same rate, so that the shares of a group with new and empty instances, or with some that are full from before, go on by the
 * same equations as those of a single one: Kolmogorov's, of a queue with limited room.
 *
 * <p>A stretch of time is a few implicit Euler steps. Each is the exact state after an exponentially distributed time of the same
 * mean (Ross, "Approximating transition probabilities and mean occupation times in continuous-time Markov chains", Probability in
 * the Engineering and Informational Sciences 1, 1987): shares stay shares, whatever the length of the step, and what came in, was
 * turned away and is still there add up. Where the queue comes to rest well within the stretch it is taken to be there, and its closed form
 * is used; {@link MM1K} at this distance from a load of 1 forgets in so many seconds: Morse, "Queues, Inventories and Maintenance",
 * 1958, 1 ÷ (√service − √arrivals)².
 */
final class Occupancy {

    /** So many times of forgetting are long enough to be at rest, where the load has changed a little. */
    private static final double FORGETTING = 3;

    /** A load has changed a little if what it drains or fills takes no larger share of the stretch. */
    private static final double LITTLE = 0.1;

    /** If fewer than this share are admitted, they find one place. */
    private static final double FEW = 1e-9;

    /** Shares that differ by no more in all from those at rest. */
    private static final double AS_GOOD_AS_AT_REST = 0.002;

    /** A stretch in which more requests than these too many or too few come is gone through in more than one step. */
    private static final double REQUESTS_A_STEP = 50;

    private static final int MOST_STEPS = 4;

    private ResponseModel model;

    private boolean atRest = true;
    private double restLoad;
    private double restNumber;

    /** Of the instances, with 0, 1, … requests; nothing while they are at rest. */
    private double[] shares = {};

    private double[] before = {};
    private double[] ratios = {};
    private double[] found = {};

    /** Whether the latest stretch was one at rest, and the share of its requests that found no room. */
    private boolean rested = true;

    private double turnedAway;

    /** Share of those who were admitted whose callers leave before their turn. */
    private double leaving;

    /** Whether what is said of the latest stretch comes from the closed forms. */
    boolean rested() {
        return rested;
    }

    /**
     * Instances are of another kind from now on.
     *
     * @return requests of each instance that do not fit into it
     */
    double becomes(ResponseModel other) {
        if (model == null || model == other) {
            model = other;
            return 0;
        }
        double[] old = states();
        model = other;
        double[] refitted = new double[other.room + 1];
        double dropped = 0;
        for (int number = 0; number < old.length; number++) {
            refitted[Math.min(number, other.room)] += old[number];
            dropped += old[number] * Math.max(0, number - other.room);
        }
        moves(refitted);
        return dropped;
    }

    /** There are more instances, and those that are new are empty. */
    void isJoined(int fewer, int more) {
        if (fewer == 0) {
            rests(0, 0);
            return;
        }
        double[] joined = states();
        for (int number = 0; number < joined.length; number++) {
            joined[number] *= (double) fewer / more;
        }
        joined[0] += (double) (more - fewer) / more;
        moves(joined);
    }

    /** Mean number of requests in each instance. */
    double number() {
        if (atRest) {
            return restNumber;
        }
        double mean = 0;
        for (int number = 1; number < shares.length; number++) {
            mean += number * shares[number];
        }
        return mean;
    }

    /** Share of the instances that have nothing to do. */
    double empty() {
        return states()[0];
    }

    private double[] states() {
        return atRest ? MM1K.found(restLoad, model.room + 1) : shares;
    }

    private void moves(double[] states) {
        shares = states;
        if (before.length != shares.length) {
            before = new double[shares.length];
            ratios = new double[shares.length];
            found = new double[shares.length - 1];
        }
        atRest = false;
    }

    /**
     * Goes on for a stretch.
     *
     * @param up rate at which each instance gets requests, per second
     * @param down rate at which it serves them
     */
    void advance(double up, double down, double seconds) {
        double load = up / down;
        double away = StrictMath.sqrt(down) - StrictMath.sqrt(up);
        boolean forgets = away * away * seconds >= FORGETTING;
        double number = atRest || forgets ? MM1K.number(load, model.room) : 0;
        boolean isLittle = Math.abs(number - restNumber) <= LITTLE * Math.abs(down - up) * seconds;
        rested = atRest && (load == restLoad || forgets && isLittle);
        if (rested) {
            rests(load, number);
            turnedAway = MM1K.blocked(load, model.room);
            leaving = model.finishes() ? model.leaving(MM1K.found(load, model.room)) : 0;
            return;
        }
        if (atRest) {
            moves(states());
        }
        int steps = (int) Math.min(MOST_STEPS, 1 + Math.abs(down - up) * seconds / REQUESTS_A_STEP);
        Arrays.fill(found, 0);
        turnedAway = 0;
        for (int each = 0; each < steps; each++) {
            step(up * seconds / steps, down * seconds / steps);
            looksAround(steps);
        }
        leaving = model.leaving(found);
        if (forgets && isAsAtRest(load)) {
            rests(load, number);
        }
    }

    private void rests(double load, double number) {
        atRest = true;
        restLoad = load;
        restNumber = number;
    }

    /**
     * Solves (1 − step · generator) · after = before. The equations are eliminated from empty and from full towards the middle at
     * once, because each elimination waits for a division and the two do not wait for each other.
     */
    private void step(double up, double down) {
        double[] swap = before;
        before = shares;
        shares = swap;
        int room = shares.length - 1;
        int half = (room + 1) / 2;
        double all = 1 + up + down;
        double pivot = 1 / (1 + up);
        double mirrored = 1 / (1 + down);
        double ratio = down * pivot;
        double share = before[0] * pivot;
        double mirroredRatio = up * mirrored;
        double mirroredShare = before[room] * mirrored;
        for (int number = 1; number <= half; number++) {
            // what stands at number − 1 depends on number, and its mirror image on what lies before it
            ratios[number - 1] = ratio;
            shares[number - 1] = share;
            ratios[room + 1 - number] = mirroredRatio;
            shares[room + 1 - number] = mirroredShare;
            if (number < half) {
                pivot = 1 / (all - up * ratio);
                ratio = down * pivot;
                share = (before[number] + up * share) * pivot;
            }
            if (room - number >= half) {
                mirrored = 1 / (all - down * mirroredRatio);
                mirroredRatio = up * mirrored;
                mirroredShare = (before[room - number] + down * mirroredShare) * mirrored;
            }
        }
        ratios[half] = mirroredRatio;
        shares[half] = mirroredShare;
        shares[half - 1] = (share + ratio * mirroredShare) / (1 - ratio * mirroredRatio);
        shares[half] += mirroredRatio * shares[half - 1];
        for (int low = half - 2, high = half + 1; high <= room; low--, high++) {
            if (low >= 0) {
                shares[low] += ratios[low] * shares[low + 1];
            }
            shares[high] += ratios[high] * shares[high - 1];
        }
    }

    /** What those who come find, one of so many times. */
    private void looksAround(int times) {
        int room = found.length;
        double admitted = 1 - shares[room];
        turnedAway += shares[room] / times;
        if (admitted < FEW) {
            found[room - 1] += 1.0 / times;
            return;
        }
        double share = 1 / (admitted * times);
        for (int number = 0; number < room; number++) {
            found[number] += shares[number] * share;
        }
    }

    private boolean isAsAtRest(double load) {
        double[] rest = MM1K.found(load, shares.length);
        double apart = 0;
        for (int number = 0; number < shares.length; number++) {
            apart += Math.abs(rest[number] - shares[number]);
        }
        return apart < AS_GOOD_AS_AT_REST;
    }

    /** Share of the requests of the latest stretch that found no room. */
    double turnedAway() {
        return turnedAway;
    }

    /** Share of those that found room whose callers leave before their turn. */
    double leaving() {
        return leaving;
    }

    /** Mean number of requests in each instance that their callers will still be waiting for. */
    double awaited() {
        return model.finishes() ? model.awaited(states()) : number();
    }

    /** Whether more than one in a hundred of those that were served took longer than a kind of instance's objective allows. */
    boolean isLate(Capability capability) {
        if (rested) {
            return model.p99Micros(number()) > capability.objectiveMicros();
        }
        double late = 0;
        for (int number = 0; number < found.length; number++) {
            late += found[number] * capability.late()[number];
        }
        return late > 0.01 * (1 - leaving);
    }

    double meanMicros() {
        return rested ? model.meanMicros(number()) : model.meanMicros(found);
    }

    double p99Micros() {
        return rested ? model.p99Micros(number()) : model.p99Micros(found);
    }

    /** Adds so many requests that were admitted in the latest stretch. */
    void addTo(ResponseTimes times, double admitted) {
        double answered = admitted * (1 - leaving);
        if (rested) {
            times.add(model, number(), admitted, answered);
        } else {
            times.add(model, found, admitted, answered);
        }
    }
}
