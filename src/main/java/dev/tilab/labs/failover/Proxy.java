package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * RDS Proxy: clients stay connected to it at one address; while no machine takes writes it holds their requests, and it finds
 * the new primary by itself, without waiting for a name (Amazon RDS User Guide, "RDS Proxy concepts and terminology").
 */
final class Proxy {

    /** What the proxy adds to a request; assumed. */
    private static final long LATENCY_MICROS = 500;

    /** It looks for a machine that takes writes this often; assumed. */
    private static final long LOOKS_EVERY_MICROS = 2_000_000;

    private final Lane lane;
    /** In the order in which they came. */
    private final Set<Call> held = new LinkedHashSet<>();

    private final Set<Call> underWay = new LinkedHashSet<>();

    /** How many requests of each client have no answer to expect for now. */
    private final int[] unanswered;

    private boolean open = true;

    Proxy(Lane lane) {
        this.lane = lane;
        unanswered = new int[lane.scenario.clients];
    }

    void ask(Call call) {
        if (!lane.zones.connects(call.client.zone, Zones.OUTSIDE)) {
            underWay.add(call);
            silence(call);
        } else if (open) {
            pass(call);
        } else {
            held.add(call);
            call.held = true;
            unanswered[call.client.index]++;
        }
        call.client.refresh();
    }

    private void silence(Call call) {
        if (!call.silent) {
            call.silent = true;
            unanswered[call.client.index]++;
        }
    }

    private void pass(Call call) {
        underWay.add(call);
        lane.record.sent(call);
        Machine writer = lane.writer();
        lane.later(LATENCY_MICROS, () -> {
            if (call.ended) {
                return;
            }
            if (!lane.reaches(Zones.OUTSIDE, writer)) {
                silence(call);
                call.client.refresh();
            } else if (lane.accepts(writer)) {
                lane.serve(call, writer);
            } else {
                lane.fail(call, Outcome.RESET);
            }
        });
    }

    void ended(Call call) {
        held.remove(call);
        underWay.remove(call);
        unanswered[call.client.index] -= (call.held ? 1 : 0) + (call.silent ? 1 : 0);
    }

    /** The writer is gone: requests are held from now on. */
    void hold() {
        if (open) {
            open = false;
            lane.record.note(Note.PROXY_HOLDS, -1, -1, 0);
        }
    }

    /** The writer ended its connections: statements that were under way break. */
    void reset() {
        for (Call call : List.copyOf(underWay)) {
            if (!call.silent) {
                lane.fail(call, Outcome.RESET);
            }
        }
    }

    /** A machine takes writes; the proxy finds it at its next look. */
    void look() {
        lane.later((long) (LOOKS_EVERY_MICROS * lane.steps.uniform("proxy")), () -> {
            if (!open && lane.accepts(lane.writer()) && lane.reaches(Zones.OUTSIDE, lane.writer())) {
                open = true;
                lane.record.note(Note.PROXY_GOES_ON, lane.writer().index, -1, held.size());
                List<Call> now = List.copyOf(held);
                held.clear();
                for (Call call : now) {
                    call.held = false;
                    unanswered[call.client.index]--;
                    pass(call);
                }
                List.of(lane.clients).forEach(Client::linked);
            }
        });
    }

    /** Whether a request of this client has no answer to expect for now. */
    boolean keepsWaiting(Client client) {
        return unanswered[client.index] > 0;
    }

    /** Links changed: what is under way towards an unreachable machine will not be answered. */
    void silence() {
        if (!lane.reaches(Zones.OUTSIDE, lane.writer())) {
            underWay.forEach(this::silence);
        }
    }
}
