package dev.tilab.labs.elb;

/**
 * When a balancer closes a connection over which nothing passes: one cut if the gap is longer than the time-out, not if it is as long.
 * Any frame counts, a WebSocket's ping too (RFC 6455, 5.5.2).
 */
final class IdleTimeouts {

    /** UDP flows of a Network Load Balancer are forgotten after so long (AWS, Network Load Balancers, "Connection idle timeout"). */
    private static final long UDP_MICROS = 120_000_000;

    private final ElbScenario scenario;
    private final Workload work;
    private final long micros;

    /** Whether applications see, and close, the connections of browsers themselves. */
    private final boolean passesThrough;

    IdleTimeouts(ElbScenario scenario, Balancer balancer, Workload work) {
        this.scenario = scenario;
        this.work = work;
        micros = scenario.idleMicros(balancer);
        passesThrough = balancer == Balancer.NLB;
    }

    /** For TCP. */
    long micros() {
        return micros;
    }

    /**
     * Closes a connection over which nothing passed for too long. A browser has seen it closed and opens another one by itself, and
     * a datagram's flow is only forgotten; a chat or a messenger learns of it by the letter that fails.
     *
     * @return whether the letter fails
     */
    boolean fails(int row, Kept over) {
        Service service = work.serviceOf(row);
        long gap = work.atMicros[row] - over.lastMicros;
        if (passesThrough
                && service.isSurfed()
                && gap > scenario.keepAliveMicros
                && scenario.keepAliveMicros < micros) {
            over.close(over.lastMicros + scenario.keepAliveMicros, ClosedBy.TARGET);
            return false;
        }
        long idle = service == Service.GAME ? UDP_MICROS : micros;
        if (quietMicros(service == Service.CHAT, gap) <= idle) {
            return false;
        }
        over.close(over.lastMicros + idle, ClosedBy.IDLE);
        return !service.isSurfed() && service != Service.GAME;
    }

    /** The run is over, or its sender has closed it: the last time-out may come after the last letter. */
    void finish(Kept over, long endMicros) {
        Ask ask = work.askOf(over.connection);
        long idle = ask == Ask.UDP ? UDP_MICROS : micros;
        long until = Math.min(endMicros, work.closedMicros[over.connection]);
        if (quietMicros(ask == Ask.CHAT, until - over.lastMicros) > idle) {
            over.close(over.lastMicros + idle, ClosedBy.IDLE);
        } else {
            over.end(endMicros, work);
        }
    }

    /** The longest time in which no frame passed. */
    private long quietMicros(boolean isChat, long gapMicros) {
        return isChat && scenario.chatPingMicros > 0 ? Math.min(gapMicros, scenario.chatPingMicros) : gapMicros;
    }
}
