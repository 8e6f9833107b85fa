package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.ClientState;
import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Outcome;
import dev.tilab.labs.failover.Words.Result;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An application process: a pool of connections to the address that its resolver gave it. A request that has had no answer
 * within its time-out has failed, and takes its connection with it. Attempts to connect are repeated with growing pauses.
 */
final class Client {

    static final long FOR_EVER = Long.MAX_VALUE;

    /** TCP and log-in, on a good day; assumed. */
    private static final long HANDSHAKE_MICROS = 5_000;

    static final long LONGEST_PAUSE_MICROS = 3_000_000;

    final int index;
    final int zone;
    private final Lane lane;
    private final RandomStream jitter;
    private final List<Connection> pool = new ArrayList<>();
    /** In the order in which they came; those that give up leave from the middle. */
    private final Set<Call> waiting = new LinkedHashSet<>();
    private Machine address;
    private long addressUntilMicros;
    private boolean connecting;
    private int tries;

    /** Requests or links have failed and it has not been served since. */
    boolean hit;

    ClientState state = ClientState.CONNECTED;

    Client(int index, Lane lane, RandomStream jitter, double age) {
        this.index = index;
        this.lane = lane;
        this.jitter = jitter;
        zone = lane.scenario.zoneOf(index);
        address = lane.machines[0];
        long kept = lane.scenario.addressMicros(index);
        addressUntilMicros = kept > lane.scenario.durationMicros() ? FOR_EVER : (long) (kept * age);
        fill();
    }

    /** Index of the machine whose address it holds; −1 for the proxy's. */
    int address() {
        return lane.proxy == null ? address.index : -1;
    }

    boolean hasOldAddress() {
        return address != lane.name;
    }

    /** How many connections its pool holds. */
    int connections() {
        return pool.size();
    }

    void keepAddress() {
        addressUntilMicros = FOR_EVER;
    }

    private void fill() {
        while (lane.proxy == null && pool.size() < lane.scenario.poolSize) {
            pool.add(new Connection(address));
        }
    }

    /** Sends a request as soon as a connection is free. */
    void ask(Call call) {
        Connection idle = pool.stream().filter(each -> each.call == null).findFirst().orElse(null);
        if (idle == null) {
            waiting.add(call);
            connectIfNeeded();
        } else {
            send(call, idle);
        }
    }

    private void send(Call call, Connection connection) {
        call.connection = connection;
        connection.call = call;
        lane.record.sent(call);
        Machine machine = connection.machine;
        if (!lane.reaches(zone, machine)) {
            call.silent = true;
            refresh();
        } else if (connection.epoch != machine.epoch || !lane.accepts(machine)) {
            lane.fail(call, Outcome.RESET);
        } else {
            lane.serve(call, machine);
        }
    }

    /** The request has failed: its connection is given up, and by the pool's rule the idle ones with it. */
    void failed(Call call) {
        waiting.remove(call);
        if (call.connection != null) {
            pool.remove(call.connection);
            if (lane.scenario.renewsWholePool) {
                pool.removeIf(each -> each.call == null && each.machine == call.connection.machine);
            }
        }
        hit();
        connectIfNeeded();
        refresh();
    }

    private void hit() {
        if (!hit && !isLeftBehind()) {
            hit = true;
            lane.incidents.hit();
        }
    }

    /** Nobody waits for a dark client to come back where a load balancer sends users to the others. */
    private boolean isLeftBehind() {
        return lane.entrance != null && lane.zones.isDark(zone);
    }

    /** The request has been answered. */
    void served(Call call) {
        if (call.connection != null) {
            call.connection.call = null;
            if (!waiting.isEmpty()) {
                send(next(), call.connection);
            }
        }
        // A read that a copy answered says nothing about the machine that takes writes.
        if (call.connection != null || lane.proxy != null) {
            back();
        }
    }

    /** The proxy that it is linked to passes requests on again. */
    void linked() {
        if (!lane.zones.isDark(zone)) {
            back();
        }
    }

    private void back() {
        if (hit && lane.maySay(lane.writer())) {
            hit = false;
            lane.incidents.back(this);
        }
        refresh();
    }

    /** The machine closed all connections to it. */
    void reset(Machine machine) {
        List<Connection> closed = pool.stream().filter(each -> each.machine == machine).toList();
        pool.removeAll(closed);
        for (Connection connection : closed) {
            if (connection.call != null) {
                lane.fail(connection.call, Outcome.RESET);
            }
        }
        if (!closed.isEmpty()) {
            hit();
            connectIfNeeded();
            refresh();
        }
    }

    /** The process has lost everything; its zone is dark. */
    void stop() {
        pool.clear();
        if (hit && isLeftBehind()) {
            hit = false;
            lane.incidents.left(this);
        }
        refresh();
    }

    /** Something about links changed: what is under way towards an unreachable machine will not be answered. */
    void look() {
        for (Connection connection : pool) {
            if (connection.call != null && !lane.reaches(zone, connection.machine)) {
                connection.call.silent = true;
            }
        }
        connectIfNeeded();
        refresh();
    }

    private Call next() {
        Call next = waiting.iterator().next();
        waiting.remove(next);
        return next;
    }

    private void connectIfNeeded() {
        if (!connecting && !lane.zones.isDark(zone) && lane.proxy == null) {
            boolean wanted = !waiting.isEmpty() && pool.stream().allMatch(each -> each.call != null);
            if (pool.isEmpty() || wanted && pool.size() < lane.scenario.poolSize) {
                connecting = true;
                tries = 0;
                attempt();
            }
        }
    }

    private void attempt() {
        if (lane.zones.isDark(zone)) {
            connecting = false;
            return;
        }
        resolve();
        Machine to = address;
        long[] row = lane.record.attempt(this, to);
        boolean silent = !lane.reaches(zone, to);
        lane.later(silent ? lane.scenario.micros("connectTimeout") : HANDSHAKE_MICROS, () -> {
            Result result = silent || !lane.reaches(zone, to)
                    ? Result.SILENT
                    : lane.accepts(to) ? Result.CONNECTED : to.role.isCopy() ? Result.READ_ONLY : Result.REFUSED;
            lane.record.attempted(row, result);
            if (result == Result.CONNECTED) {
                connected();
            } else {
                refresh();
                lane.later(pause(), this::attempt);
            }
        });
        refresh();
    }

    private void connected() {
        connecting = false;
        fill();
        for (Connection connection : List.copyOf(pool)) {
            if (connection.call == null && !waiting.isEmpty()) {
                send(next(), connection);
            }
        }
        back();
    }

    private long pause() {
        long first = lane.scenario.micros("backoff");
        long longest = Math.max(first, LONGEST_PAUSE_MICROS);
        long pause = Math.min(longest, first << Math.min(tries++, 20));
        return (long) (pause * (0.5 + jitter.nextDouble()));
    }

    private void resolve() {
        if (lane.now() < addressUntilMicros) {
            if (hasOldAddress()) {
                lane.record.note(Note.RESOLVED_OLD, address.index, index, left());
            }
            return;
        }
        address = lane.name;
        long kept = lane.scenario.addressMicros(index);
        addressUntilMicros = kept == FOR_EVER ? FOR_EVER : lane.now() + kept;
    }

    /** How long it will keep its address; −1 for ever. */
    private long left() {
        return addressUntilMicros == FOR_EVER ? -1 : addressUntilMicros - lane.now();
    }

    /** Keeps the state that the picture shows. */
    void refresh() {
        ClientState seen = seen();
        if (seen != state) {
            state = seen;
            lane.record.state(this);
        }
    }

    private ClientState seen() {
        if (lane.zones.isDark(zone)) {
            return ClientState.DOWN;
        }
        if (lane.proxy != null) {
            return lane.proxy.keepsWaiting(this) ? ClientState.WAITING : ClientState.CONNECTED;
        }
        if (pool.stream().anyMatch(each -> each.call != null && each.call.silent)) {
            return ClientState.WAITING;
        }
        return !pool.isEmpty() ? ClientState.CONNECTED : hasOldAddress() ? ClientState.OLD_ADDRESS : ClientState.RETRYING;
    }
}
