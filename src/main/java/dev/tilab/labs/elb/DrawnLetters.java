package dev.tilab.labs.elb;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.Arrays;
import java.util.List;

/** Letters and connections as they are drawn, one sender after the other. */
final class DrawnLetters {

    private static final double SECOND = 1e6;

    private final ElbScenario scenario;
    private final RandomStreams streams;
    private final List<Sender> senders;

    private int count;
    int connections;
    long[] at = new long[1024];
    int[] sender = new int[1024];
    byte[] service = new byte[1024];
    byte[] ask = new byte[1024];
    int[] connection = new int[1024];
    int[] processing = new int[1024];
    float[] share = new float[1024];
    long[] closed = new long[64];

    private int from;
    private RandomStream draws;
    private RandomStream works;

    DrawnLetters(ElbScenario scenario, RandomStreams streams, List<Sender> senders) {
        this.scenario = scenario;
        this.streams = streams;
        this.senders = senders;
        for (int each = 0; each < senders.size(); each++) {
            of(each);
        }
    }

    private void of(int which) {
        Sender who = senders.get(which);
        from = which;
        draws = streams.stream("sender-" + Words.id(who.kind()), who.number());
        works = streams.stream("processing-" + Words.id(who.kind()), who.number());
        switch (who.kind()) {
            case BROWSER, SERVER -> surf(who.kind() == SenderKind.SERVER);
            case PARTNER -> call();
            case CHAT -> keep(2 + who.number(), Workload.CHATS_PER_SECOND, Service.CHAT, Ask.CHAT);
            case SILENT_CHAT -> silent(2 + who.number());
            case MESSENGER -> keep(2 + who.number() * Workload.GOLDEN, scenario.tcpRate, Service.MESSENGER, Ask.TCP);
            case HEAVY ->
                keep(
                        1 + who.number() * Workload.GOLDEN,
                        ElbScenario.HEAVY * scenario.tcpRate,
                        Service.MESSENGER,
                        Ask.TCP);
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
