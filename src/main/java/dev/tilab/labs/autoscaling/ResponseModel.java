package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.Effort;

/**
 * How long requests take at one instance: M/M/1/K, one server, Poisson arrivals, exponential demands, first come first
 * served, room for the requests that get their turn within the time-out. A request that finds no room fails. What is said
 * of a load holds once it has lasted; {@link Occupancy} says what is the case until then.
 *
 * <p>Answers are read from a table over the mean number, with interpolation between its nodes, because two weeks of
 * five-second slots ask a million times.
 */
final class ResponseModel {

    /** Most requests in an instance, whatever the time-out: connections are limited too (assumed). */
    static final int MOST_ROOM = 1000;

    /** Requests that fit in, the one in service among them. */
    final int room;

    final ResponseGrid grid;

    private final double servicePerSecond;
    private final double serviceMicros;

    /** At each node of the grid; percentiles are computed when they are first asked for. */
    private final double[] loads;

    private final double[] failing;
    private final double[] meanMicros;
    private final double[] p99Micros;

    /** Made when somebody asks for a percentile of a queue that is not at rest. */
    private LaterThan later;

    private ResponseModel(double servicePerSecond, int room) {
        this.servicePerSecond = servicePerSecond;
        this.serviceMicros = 1e6 / servicePerSecond;
        this.room = room;
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
            for (int number = 0; number < room; number++) {
                meanMicros[node] += found[number] * (number + 1) * serviceMicros;
            }
            p99Micros[node] = -1;
        }
    }

    /**
     * @param servicePerSecond requests a second at full utilization
     * @param timeoutMicros longest that a request may have to wait
     */
    static ResponseModel of(double servicePerSecond, long timeoutMicros) {
        double waiting = Math.floor(servicePerSecond * timeoutMicros / 1e6);
        return new ResponseModel(servicePerSecond, (int) Math.min(MOST_ROOM, waiting + 1));
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
                p99Micros[end] = MM1K.percentile(found(end), 0.99) * serviceMicros;
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
            boolean keeps =
                    MM1K.blocked(load, room) <= failingShare && longer(MM1K.found(load, room), objectiveMicros) <= 0.01;
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
        for (int number = 0; number < room; number++) {
            mean += found[number] * (number + 1);
        }
        return mean * serviceMicros;
    }

    /** 99th percentile where so many find so many others, to within some thousandths. */
    double p99Micros(double[] found) {
        if (later == null) {
            later = LaterThan.of(room);
        }
        return later.time(found, 0.01) * serviceMicros;
    }

    /** Share of the requests that take longer than a time, for whoever finds 0, 1, … others. */
    double[] tails(double micros) {
        return MM1K.tails(room, micros / serviceMicros);
    }

    /** Share of the requests, where so many find so many others, whose response takes longer. */
    double longer(double[] found, double micros) {
        return MM1K.longer(found, micros / serviceMicros);
    }
}
