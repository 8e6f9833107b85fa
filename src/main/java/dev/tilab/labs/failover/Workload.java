package dev.tilab.labs.failover;

import dev.tilab.cloud.Request;
import dev.tilab.cloud.database.Disks;
import dev.tilab.simulation.engine.Normal;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who asks when, and how long disks take: drawn once, the same in every lane. Arrivals are Poisson, reads and writes apart, so
 * that more reads leave the writes as they are. Disk times are lognormal (assumed): 1.7 ms on the spot, 1 ms at a copy.
 */
final class Workload implements Disks {

    private static final double LOCAL_MICROS = 1_700;
    private static final double REMOTE_MICROS = 1_000;
    private static final double LOCAL_SPREAD = 0.42;
    private static final double REMOTE_SPREAD = 0.5;

    final long[] arrivalMicros;

    /** The client that is asked to do it; −1 where a load balancer chooses it. */
    final int[] client;

    /** Who wants it; all the same one where there is no load balancer. */
    final int[] user;

    final boolean[] isRead;
    private final boolean isBalanced;

    private final long[][] diskMicros;
    private final double[] lag;

    Workload(FailoverScenario scenario) {
        RandomStreams streams = new RandomStreams(scenario.seed);
        long[] writes = arrivals(streams.stream("write-arrival", 0), scenario.writesPerSecond, scenario.durationMicros);
        long[] reads = arrivals(streams.stream("read-arrival", 0), scenario.readsPerSecond, scenario.durationMicros);
        RandomStream writers = streams.stream("writer", 0);
        RandomStream readers = streams.stream("reader", 0);
        RandomStream[] disks = {streams.stream("disk", 0), streams.stream("disk", 1), streams.stream("disk", 2)};
        RandomStream lags = streams.stream("lag", 0);
        int rows = writes.length + reads.length;
        arrivalMicros = new long[rows];
        client = new int[rows];
        isRead = new boolean[rows];
        diskMicros = new long[3][rows];
        lag = new double[rows];
        int write = 0;
        for (int row = 0, read = 0; row < rows; row++) {
            isRead[row] = write == writes.length || read < reads.length && reads[read] < writes[write];
            arrivalMicros[row] = isRead[row] ? reads[read++] : writes[write++];
            client[row] = (isRead[row] ? readers : writers).nextInt(scenario.clients);
            if (!isRead[row]) {
                diskMicros[0][row] = (long) Normal.lognormalOfTwoDraws(disks[0], LOCAL_MICROS, LOCAL_SPREAD);
                diskMicros[1][row] = (long) Normal.lognormalOfTwoDraws(disks[1], REMOTE_MICROS, REMOTE_SPREAD);
                diskMicros[2][row] = (long) Normal.lognormalOfTwoDraws(disks[2], REMOTE_MICROS, REMOTE_SPREAD);
                lag[row] = 0.5 + 0.5 * lags.nextExponential();
            }
        }
        isBalanced = scenario.hasBalancer();
        user = new int[rows];
        if (isBalanced) {
            Arrays.fill(client, -1);
            RandomStream users = streams.stream("user", 0);
            Arrays.setAll(user, row -> users.nextInt(scenario.users));
        }
    }

    private static long[] arrivals(RandomStream gaps, double perSecond, long endMicros) {
        if (perSecond == 0) {
            return new long[0];
        }
        long[] found = new long[64];
        int count = 0;
        double at = gaps.nextExponential() * 1e6 / perSecond;
        while (at <= endMicros) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = (long) at;
            at += gaps.nextExponential() * 1e6 / perSecond;
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public long micros(int row, int disk) {
        return diskMicros[disk][row];
    }

    @Override
    public double lag(int row) {
        return lag[row];
    }

    /** The requests of one lane, from the first on. */
    Supplier<Request> requests() {
        int[] next = {0};
        return () -> next[0] == rows() ? null : request(next[0]++);
    }

    private Request request(int row) {
        Request request = new Request();
        request.row = row;
        request.client = user[row];
        request.target = client[row];
        request.isRead = isRead[row];
        request.arrivalMicros = arrivalMicros[row];
        return request;
    }

    int rows() {
        return arrivalMicros.length;
    }

    Table table() {
        long[] operations = new long[rows()];
        for (int row = 0; row < operations.length; row++) {
            operations[row] = isRead[row] ? 1 : 0;
        }
        Column arrivals = new Column("arrivalMicros", arrivalMicros, true);
        Column kinds = new Column("operation", operations, false);
        // Behind a load balancer each lane has its own way to a client.
        List<Column> columns = isBalanced
                ? List.of(arrivals, kinds, column("user", user))
                : List.of(arrivals, column("client", client), kinds);
        return new Table("requests", rows(), columns);
    }

    static Column column(String name, int[] values) {
        return new Column(name, Arrays.stream(values).asLongStream().toArray(), false);
    }
}
