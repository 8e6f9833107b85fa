package dev.tilab.labs.elb;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who sends what when, over which connection: drawn once, the same in every lane. Each sender has streams of its own, so that one
 * more of them leaves the letters of the others as they are. How often and how long is assumed throughout.
 */
final class Workload {

    static final double PARTNER_PER_SECOND = 1 / 6.0;
    static final double CHATS_PER_SECOND = 1 / 4.0;

    private static final double SECOND = 1e6;

    /** Steps of this share of a circle fall nowhere twice: a name rotates its answers, so connections spread evenly. */
    private static final double GOLDEN = 0.6180339887498949;

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
        Letters letters = new Letters();
        for (int each = 0; each < senders.size(); each++) {
            letters.of(each);
        }
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

    private void connect(Letters letters, int[] firstDrawn) {
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

    /** Letters and connections as they are drawn, one sender after the other. */
    private final class Letters {

        private int count;
        private int connections;
        private long[] at = new long[1024];
        private int[] sender = new int[1024];
        private byte[] service = new byte[1024];
        private byte[] ask = new byte[1024];
        private int[] connection = new int[1024];
        private int[] processing = new int[1024];
        private float[] share = new float[1024];
        private long[] closed = new long[64];

        private int from;
        private RandomStream draws;
        private RandomStream works;

        void of(int which) {
            Sender who = senders.get(which);
            from = which;
            draws = streams.stream("sender-" + Words.id(who.kind()), who.number());
            works = streams.stream("processing-" + Words.id(who.kind()), who.number());
            switch (who.kind()) {
                case BROWSER, SERVER -> surf(who.kind() == SenderKind.SERVER);
                case PARTNER -> call();
                case CHAT -> keep(2 + who.number(), CHATS_PER_SECOND, Service.CHAT, Ask.CHAT);
                case SILENT_CHAT -> silent(2 + who.number());
                case MESSENGER -> keep(2 + who.number() * GOLDEN, scenario.tcpRate, Service.MESSENGER, Ask.TCP);
                case HEAVY ->
                    keep(1 + who.number() * GOLDEN, ElbScenario.HEAVY * scenario.tcpRate, Service.MESSENGER, Ask.TCP);
                case GAME -> keep(1 + who.number() * 0.8, scenario.udpRate, Service.GAME, Ask.UDP);
            }
        }

        /** A connection for a while, letters over it, a pause, the next one. */
        private void surf(boolean asksOnlyApi) {
            double mean = scenario.connectionMeanMicros;
            double at = draws.nextExponential() * 2 * SECOND;
            while (at < scenario.durationMicros) {
                double end = at + mean / 3 + draws.nextExponential() * mean * 2 / 3;
                int over = connect(end);
                double next = at + 0.4 * SECOND + draws.nextExponential() * 0.3 * SECOND;
                while (next < end) {
                    boolean login = !asksOnlyApi & draws.nextDouble() < scenario.loginShare;
                    List<Ask> asks = login ? Ask.OF_LOGIN : Ask.OF_API;
                    add(next, over, login ? Service.LOGIN : Service.API, asks.get(draws.nextInt(asks.size())));
                    next += (0.1 + 0.9 * draws.nextExponential()) * SECOND / scenario.webRate;
                }
                at = end + draws.nextExponential() * 2 * SECOND;
            }
        }

        /** A connection for each letter. */
        private void call() {
            double at = 3 * SECOND;
            while (at < scenario.durationMicros) {
                add(at, connect(at + SECOND), Service.API, Ask.CART);
                at += (4 + 2 * draws.nextExponential()) * SECOND;
            }
        }

        /** One connection for the whole run, letters at almost equal distances. */
        private void keep(double firstSeconds, double perSecond, Service what, Ask says) {
            if (perSecond > 0) {
                int over = connect(scenario.durationMicros);
                double at = firstSeconds * SECOND;
                while (at < scenario.durationMicros) {
                    add(at, over, what, says);
                    at += (0.6 + 0.8 * draws.nextDouble()) * SECOND / perSecond;
                }
            }
        }

        private void silent(double firstSeconds) {
            int over = connect(scenario.durationMicros);
            for (double at = firstSeconds * SECOND; at < scenario.durationMicros; at += scenario.silentForMicros) {
                add(at, over, Service.CHAT, Ask.CHAT);
            }
        }

        private int connect(double closes) {
            closed = connections == closed.length ? Arrays.copyOf(closed, connections * 2) : closed;
            closed[connections] = (long) closes;
            return connections++;
        }

        private void add(double atMicros, int over, Service what, Ask says) {
            if (atMicros >= scenario.durationMicros) {
                return;
            }
            if (count == at.length) {
                grow();
            }
            at[count] = (long) atMicros;
            sender[count] = from;
            service[count] = (byte) what.ordinal();
            ask[count] = (byte) says.ordinal();
            connection[count] = over;
            processing[count] = (int) Math.min(works.nextExponential() * scenario.processingMicros, 1e9);
            share[count] = (float) (works.nextInt(1 << 20) * 0x1p-20);
            count++;
        }

        private void grow() {
            int room = count * 2;
            at = Arrays.copyOf(at, room);
            sender = Arrays.copyOf(sender, room);
            service = Arrays.copyOf(service, room);
            ask = Arrays.copyOf(ask, room);
            connection = Arrays.copyOf(connection, room);
            processing = Arrays.copyOf(processing, room);
            share = Arrays.copyOf(share, room);
        }

        /** Numbers of the letters by time; of one instant in the order in which they were drawn. */
        int[] inOrder() {
            long[] keys = new long[count];
            for (int each = 0; each < count; each++) {
                keys[each] = at[each] << 24 | each;
            }
            Arrays.sort(keys);
            int[] order = new int[count];
            for (int each = 0; each < count; each++) {
                order[each] = (int) (keys[each] & (1 << 24) - 1);
            }
            return order;
        }
    }

    /** Everybody who sends, in the order of the stage's rows. */
    private static final class Senders {

        private final ElbScenario scenario;
        private final List<Sender> all = new ArrayList<>();

        private Senders(ElbScenario scenario) {
            this.scenario = scenario;
        }

        static List<Sender> of(ElbScenario scenario) {
            Senders senders = new Senders(scenario);
            senders.outside(SenderKind.BROWSER, scenario.browsers);
            if (scenario.hasPartner) {
                senders.add(SenderKind.PARTNER, 0, Ipv4.of("192.0.2.50"), Zones.OUTSIDE, -1);
            }
            int silent = Math.min(scenario.chats, scenario.silentChats);
            senders.outside(SenderKind.CHAT, scenario.chats - silent);
            senders.outside(SenderKind.SILENT_CHAT, silent);
            senders.outside(SenderKind.MESSENGER, scenario.tcpSenders);
            senders.outside(SenderKind.HEAVY, scenario.heavyFlows);
            senders.outside(SenderKind.GAME, scenario.udpSenders);
            for (int each = 0; each < scenario.vpcServers; each++) {
                senders.inside(each);
            }
            return List.copyOf(senders.all);
        }

        /** Addresses that are for documents (RFC 5737), none of them twice. */
        private void outside(SenderKind kind, int count) {
            for (int each = 0; each < count; each++) {
                int host = 1 + all.size() * 37 % 251;
                add(kind, each, Ipv4.of("198.51.100." + host), Zones.OUTSIDE, -1);
            }
        }

        private void inside(int number) {
            int targets = scenario.targets.size();
            if (scenario.serversAreTargets && targets > 0) {
                int target = number % targets;
                int zone = scenario.targets.get(target).zone();
                add(SenderKind.SERVER, number, Addresses.ofTarget(scenario.targets, target), zone, target);
            } else {
                int zone = number % ElbParameters.ZONES.size();
                add(SenderKind.SERVER, number, Addresses.inZone(zone, 200 + number), zone, -1);
            }
        }

        private void add(SenderKind kind, int number, Ipv4 address, int zone, int target) {
            all.add(new Sender(kind, number, address, zone, target));
        }
    }
}
