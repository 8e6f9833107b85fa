package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.Effort;

/**
 * How long requests take at one instance: M/M/1/K, one server, Poisson arrivals, exponential demands, first come first
 * served, room for the requests that get their turn within the time-out. A request that finds no room fails. What is said
 * of a load holds once it has lasted; {@link Occupancy} says what is the case until then.
 *
 * <p>Where instances finish what nobody waits for any more, there is room for as many as connections allow, and a request fails if
 * its turn comes after the time-out. Whoever finds n others waits for n completions, so with W of n stages and S for its own
 * service, of those who find n the share that is answered later than t is
 * P(W + S > t, W ≤ T) = P(W + S > t) − P(W > T) up to the time-out T, and falls by e^(S − t) from there on.
 *
 * <p>Answers are read from a table over the mean number, with interpolation between its nodes, because two weeks of
 * five-second slots ask a million times.
 */
final class ResponseModel {

    /** Most requests in an instance, whatever the time-out: connections are limited too (assumed). */
    static final int MOST_ROOM = 1000;

    /** If fewer than this share are answered, nobody is. */
    private static final double NOBODY = 1e-9;

    /** Requests that fit in, the one in service among them. */
    final int room;

    final ResponseGrid grid;

    private final double servicePerSecond;
    private final double serviceMicros;

    /** Share of those who find 0, 1, … others whose callers leave before their turn; nothing where that cannot be. */
    private final double[] leaving;

    private final double timeout;

    /** At each node of the grid; percentiles are computed when they are first asked for. */
    private final double[] loads;

    private final double[] failing;
    private final double[] meanMicros;
    private final double[] p99Micros;

    /** Made when somebody asks for a percentile of a queue that is not at rest. */
    private LaterThan later;

    private ResponseModel(double servicePerSecond, int room, double timeoutMicros, boolean finishes) {
        this.servicePerSecond = servicePerSecond;
        this.serviceMicros = 1e6 / servicePerSecond;
        this.room = room;
        timeout = timeoutMicros / serviceMicros;
        leaving = new double[finishes ? room : 0];
        if (finishes) {
            System.arraycopy(MM1K.tails(room, timeout), 0, leaving, 1, room - 1);
        }
        Effort.current().spend(AutoScalingCost.nanosOfModel(room));
        grid = new ResponseGrid(room);
        loads = new double[grid.size()];
        failing = new double[grid.size()];
        meanMicros = new double[grid.size()];
        p99Micros = new double[grid.size()];
        for (int node = 0; node < grid.size(); node++) {
            loads[node] = MM1K.load(grid.number(node), room);
            failing[node] = MM1K.blocked(loads[node], room);
            // whoever finds n others takes n + 1 service times
            double[] found = found(node);
            for (int number = 0; number < room && !finishes; number++) {
                meanMicros[node] += found[number] * (number + 1) * serviceMicros;
            }
            if (finishes) {
                meanMicros[node] = meanMicros(found);
            }
            p99Micros[node] = -1;
        }
    }

    /** Of instances that drop what has waited for too long. */
    static ResponseModel of(double servicePerSecond, long timeoutMicros) {
        return of(servicePerSecond, timeoutMicros, false);
    }

    /**
     * @param servicePerSecond requests a second at full utilization
     * @param timeoutMicros longest that a request may have to wait
     * @param finishes whether instances finish the work of requests that have waited longer
     */
    static ResponseModel of(double servicePerSecond, long timeoutMicros, boolean finishes) {
        double waiting = Math.floor(servicePerSecond * timeoutMicros / 1e6);
        int room = finishes ? MOST_ROOM : (int) Math.min(MOST_ROOM, waiting + 1);
        return new ResponseModel(servicePerSecond, room, timeoutMicros, finishes);
    }

    /** Whether instances finish the work of requests whose callers have left. */
    boolean finishes() {
        return leaving.length > 0;
    }

    /** Share of admitted requests whose callers leave before their turn, where so many find so many others. */
    double leaving(double[] found) {
        double share = 0;
        for (int number = 0; number < leaving.length; number++) {
            share += found[number] * leaving[number];
        }
        return Math.min(1, share);
    }

    /** Of so many requests in an instance, those that their callers will still be waiting for. */
    double awaited(double[] states) {
        double mean = 0;
        double awaited = 0;
        for (int number = 0; number < states.length; number++) {
            mean += states[number] * awaited;
            awaited += number < leaving.length ? 1 - leaving[number] : 1;
        }
        return mean;
    }

    /** Mean number of requests in the instance under a lasting load. */
    double number(double arrivalsPerSecond) {
        return MM1K.number(arrivalsPerSecond / servicePerSecond, room);
    }

    /** Mean response time of the requests that are served. */
    double meanMicros(double number) {
        return grid.interpolate(meanMicros, number);
    }

    /** 99th percentile of the response time of the requests that are served. */
    double p99Micros(double number) {
        int node = grid.node(number);
        for (int end = node; end <= node + 1; end++) {
            if (p99Micros[end] < 0) {
                p99Micros[end] = finishes() ? p99Micros(found(end)) : MM1K.percentile(found(end), 0.99) * serviceMicros;
            }
        }
        return grid.interpolate(p99Micros, number);
    }

    /** Share of the requests that find no room. */
    double failing(double number) {
        return grid.interpolate(failing, number);
    }

    /**
     * Most requests a second of which 99 % take no longer than the objective and no more than a given share fails; 0 if not
     * even a request that comes alone meets it.
     */
    double largestArrivals(long objectiveMicros, double failingShare) {
        double low = 0;
        double high = 2;
        for (int halving = 0; halving < 40; halving++) {
            double load = (low + high) / 2;
            double[] found = MM1K.found(load, room);
            double answered = 1 - leaving(found);
            boolean keeps = MM1K.blocked(load, room) + (1 - answered) <= failingShare
                    && longer(found, objectiveMicros) <= 0.01 * answered;
            low = keeps ? load : low;
            high = keeps ? high : load;
        }
        return low * servicePerSecond;
    }

    /** How many others an admitted request finds at a node of the grid: the share of each number. */
    double[] found(int node) {
        return MM1K.found(loads[node], room);
    }

    /** Mean response time where so many find so many others. */
    double meanMicros(double[] found) {
        double mean = 0;
        for (int number = 0; number < room && !finishes(); number++) {
            mean += found[number] * (number + 1);
        }
        if (finishes()) {
            double answered = 0;
            for (int number = 0; number < room; number++) {
                double stay = found[number] * (1 - leaving[number]);
                answered += stay;
                mean += stay * (Math.min(number, timeout) + 1);
            }
            mean = answered < NOBODY ? timeout : mean / answered;
        }
        return mean * serviceMicros;
    }

    /** 99th percentile where so many find so many others, to within some thousandths. */
    double p99Micros(double[] found) {
        if (later == null) {
            later = LaterThan.of(room, this::tails);
        }
        double answered = 1 - leaving(found);
        return (answered < NOBODY ? timeout : later.time(found, 0.01 * answered)) * serviceMicros;
    }

    /** Share of the requests that are answered later than a time, for whoever finds 0, 1, … others. */
    double[] latePerFound(double micros) {
        return tails(micros / serviceMicros);
    }

    /** The same for a time in units of the mean service time. */
    private double[] tails(double time) {
        double[] tails = MM1K.tails(room, finishes() ? Math.min(time, timeout) : time);
        double own = time > timeout ? StrictMath.exp(timeout - time) : 1;
        for (int number = 0; number < leaving.length; number++) {
            tails[number] = Math.max(0, tails[number] - leaving[number]) * own;
        }
        return tails;
    }

    /** Share of the requests, where so many find so many others, that are answered later. */
    double longer(double[] found, double micros) {
        if (!finishes()) {
            return MM1K.longer(found, micros / serviceMicros);
        }
        double[] tails = latePerFound(micros);
        double longer = 0;
        for (int number = 0; number < room; number++) {
            longer += found[number] * tails[number];
        }
        return longer;
    }
}
