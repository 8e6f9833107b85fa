package dev.tilab.labs.elb;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.Arrays;
import java.util.List;

/**
 * Who sends what when, over which connection: drawn once, the same in every lane. Each sender has streams of its own, so that one
 * more of them leaves the letters of the others as they are. How often and how long is assumed throughout.
 */
final class Workload {

    static final double PARTNER_PER_SECOND = 1 / 6.0;
    static final double CHATS_PER_SECOND = 1 / 4.0;

    /** Steps of this share of a circle fall nowhere twice: a name rotates its answers, so connections spread evenly. */
    static final double GOLDEN = 0.6180339887498949;

    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 16_384;

    final List<Sender> senders;

    // Letters, by time.
    final long[] atMicros;
    final int[] sender;
    final byte[] service;
    final byte[] ask;
    final int[] connection;

    /** How long its target takes for it. */
    final int[] processingMicros;

    /** Where it falls among weighted groups, from 0 to less than 1. */
    final float[] share;

    // Connections, in the order of their first letters.
    final int[] connectionSender;
    final long[] closedMicros;
    final long[] openedMicros;
    final int[] port;

    /** Where it falls among the addresses of an answer, from 0 to less than 1. */
    final double[] pick;

    /** What its first packet begins to count from: part of what a Network Load Balancer's hash reads. */
    final int[] sequence;

    private final byte[] connectionAsk;

    private final ElbScenario scenario;
    private final RandomStreams streams;

    Workload(ElbScenario scenario) {
        this.scenario = scenario;
        streams = new RandomStreams(scenario.seed);
        senders = Senders.of(scenario);
        DrawnLetters letters = new DrawnLetters(scenario, streams, senders);
        int[] order = letters.inOrder();
        int rows = order.length;
        atMicros = new long[rows];
        sender = new int[rows];
        service = new byte[rows];
        ask = new byte[rows];
        connection = new int[rows];
        processingMicros = new int[rows];
        share = new float[rows];
        int[] number = new int[letters.connections];
        Arrays.fill(number, -1);
        int[] firstDrawn = new int[letters.connections];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int drawn = order[row];
            int meant = letters.connection[drawn];
            if (number[meant] < 0) {
                number[meant] = count;
                firstDrawn[count++] = drawn;
            }
            atMicros[row] = letters.at[drawn];
            sender[row] = letters.sender[drawn];
            service[row] = letters.service[drawn];
            ask[row] = letters.ask[drawn];
            connection[row] = number[meant];
            processingMicros[row] = letters.processing[drawn];
            share[row] = letters.share[drawn];
        }
        connectionSender = new int[count];
        openedMicros = new long[count];
        closedMicros = new long[count];
        port = new int[count];
        pick = new double[count];
        sequence = new int[count];
        connectionAsk = new byte[count];
        connect(letters, firstDrawn);
    }

    private void connect(DrawnLetters letters, int[] firstDrawn) {
        double rotation = streams.stream("dns-rotation", 0).nextDouble();
        RandomStream[] ports = new RandomStream[senders.size()];
        int[] before = new int[senders.size()];
        for (int each = 0; each < connections(); each++) {
            int drawn = firstDrawn[each];
            int from = letters.sender[drawn];
            if (ports[from] == null) {
                ports[from] = streams.stream("port", from);
            }
            connectionSender[each] = from;
            connectionAsk[each] = letters.ask[drawn];
            openedMicros[each] = letters.at[drawn];
            closedMicros[each] = Math.min(scenario.durationMicros, letters.closed[letters.connection[drawn]]);
            port[each] = FIRST_PORT + ports[from].nextInt(PORTS);
            sequence[each] = (int) ports[from].nextLong();
            pick[each] = (rotation + from * GOLDEN * GOLDEN + before[from]++ * GOLDEN) % 1;
        }
    }

    int rows() {
        return atMicros.length;
    }

    int connections() {
        return connectionSender.length;
    }

    Service serviceOf(int row) {
        return Service.of(service[row]);
    }

    /** What the letters of a connection are like. */
    Ask askOf(int which) {
        return Ask.values()[connectionAsk[which]];
    }

    Table letters() {
        return new Table(
                "letters",
                rows(),
                List.of(
                        new Column("atMicros", atMicros, true),
                        column("sender", sender),
                        column("service", service),
                        column("connection", connection),
                        column("ask", ask)));
    }

    Table table() {
        return new Table(
                "connections",
                connections(),
                List.of(
                        column("sender", connectionSender),
                        new Column("openedMicros", openedMicros, true),
                        new Column("closedMicros", closedMicros, false),
                        column("port", port)));
    }

    static Column column(String name, int[] values) {
        return new Column(name, Arrays.stream(values).asLongStream().toArray(), false);
    }

    static Column column(String name, byte[] values) {
        long[] numbers = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            numbers[row] = values[row];
        }
        return new Column(name, numbers, false);
    }
}
