package dev.tilab.cloud.database;

import dev.tilab.cloud.Endpoint;
import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.Zones;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An application process: a pool of connections to the address that its resolver gave it. A request that has had no answer
 * within its time-out has failed, and takes its connection with it. Attempts to connect are repeated with growing pauses.
 */
public final class Client implements Endpoint, Machines.Connected, Name.Holder, Zones.Listener {

    /** An address that is kept for ever. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** Pauses between attempts to connect do not grow beyond this, unless the first is longer; assumed. */
    public static final long LONGEST_PAUSE_MICROS = 3_000_000;

    /** TCP and log-in, on a good day; assumed. */
    private static final long HANDSHAKE_MICROS = 5_000;

    /** A health check's call is none of those that are counted. */
    private static final int NO_ROW = -1;

    final int index;
    final int zone;
    private final Region region;
    private final ClientSettings settings;
    private final Cluster cluster;
    private final Proxy proxy;
    private final CallListener listener;
    private final Address address;
    private final RandomStream jitter;
    private final EventLog.Table states;
    private final EventLog.Table attempts;
    private final List<Connection> pool = new ArrayList<>();
    /** In the order in which they came; those that give up leave from the middle. */
    private final Set<Call> waiting = new LinkedHashSet<>();
    private boolean over;
    private boolean connecting;
    private int tries;

    /** Requests that the proxy has no answer to expect for, for now. */
    int unanswered;

    /** Requests or links have failed and it has not been served since. */
    private boolean hit;

    private ClientState state = ClientState.CONNECTED;

    /** @param proxy what stands between it and the machines; null where it reaches them itself */
    Client(
            int index,
            int zone,
            long keptMicros,
            Region region,
            ClientSettings settings,
            Cluster cluster,
            Proxy proxy,
            CallListener listener) {
        this.index = index;
        this.zone = zone;
        this.region = region;
        this.settings = settings;
        this.cluster = cluster;
        this.proxy = proxy;
        this.listener = listener;
        address = new Address(index, region, cluster, keptMicros);
        jitter = region.stream("backoff", index);
        states = region.log().table("clients", "client", "state", "machine");
        attempts = region.log().table("attempts", "endMicros", "client", "machine", "result");
        fill();
        recordState();
        cluster.connect(this);
        cluster.hold(this);
        region.zones().tell(this);
        if (proxy != null) {
            proxy.serve(this);
        }
    }

    /** Its number, from 0. */
    public int index() {
        return index;
    }

    /** Where it runs; {@link Zones#OUTSIDE} if in no zone. */
    public int zone() {
        return zone;
    }

    /** Whether requests or links of it have failed and it has not been served since. */
    public boolean isHit() {
        return hit;
    }

    @Override
    public boolean hasOldAddress() {
        return address.isOld();
    }

    @Override
    public void nameChanged() {
        refresh();
    }

    /** How many connections its pool holds. */
    int connections() {
        return pool.size();
    }

    /** Its resolver never asks again. */
    void keepAddress() {
        address.keep();
        cluster.notes().of(this, Note.ADDRESS_KEPT);
    }

    private void fill() {
        while (proxy == null && pool.size() < settings.poolSize()) {
            pool.add(new Connection(address.machine()));
        }
    }

    /** Asks the database, and gives up after the time-out. Without power it never hears of the request, whose caller waits in vain. */
    @Override
    public void ask(Request request, Consumer<Outcome> reply) {
        int row = request.row;
        Machine copy = request.isRead ? cluster.readable(row, zone) : null;
        begin(new Call(row, request.isRead, this, reply, listener), copy);
    }

    /** @param copy that answers reads; null where the machine that takes writes is asked */
    private void begin(Call call, Machine copy) {
        region.later(
                settings.requestTimeoutMicros(),
                () -> fail(call, call.sent ? Outcome.TIMED_OUT : Outcome.NO_CONNECTION));
        if (!isUp()) {
            return;
        }
        if (copy != null) {
            send(call);
            cluster.serve(call, copy);
        } else if (proxy != null) {
            proxy.ask(call);
        } else {
            ask(call);
        }
    }

    /**
     * Asks the machine that takes writes for a sign of life, over the same connections that requests use.
     *
     * @param answer told whether there was one, at the latest after the time-out of a request
     */
    public void probe(Consumer<Boolean> answer) {
        Consumer<Outcome> reply = how -> answer.accept(how == Outcome.COMPLETED);
        begin(new Call(NO_ROW, true, this, reply, CallListener.NONE), null);
    }

    private void send(Call call) {
        call.sent = true;
        call.listener.sent(call);
    }

    /** Sends a request as soon as a connection is free. */
    private void ask(Call call) {
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
        send(call);
        Machine machine = connection.machine;
        if (!cluster.reaches(zone, machine)) {
            call.silent = true;
            refresh();
        } else if (connection.epoch != machine.epoch || !cluster.accepts(machine)) {
            fail(call, Outcome.RESET);
        } else {
            cluster.serve(call, machine);
        }
    }

    /** The call has failed, unless it has ended before. */
    void fail(Call call, Outcome how) {
        if (!call.hasEnded()) {
            end(call, how);
            failed(call);
        }
    }

    /** A machine has done what the call asked for; that counts if its answer gets here. */
    void answered(Call call, Machine from) {
        if (!call.hasEnded() && cluster.reaches(proxy == null ? zone : Zones.OUTSIDE, from)) {
            end(call, Outcome.COMPLETED);
            served(call);
        }
    }

    private void end(Call call, Outcome how) {
        call.end(how);
        if (proxy != null) {
            proxy.ended(call);
        }
    }

    /** The request has failed: its connection is given up, and by the pool's rule the idle ones with it. */
    private void failed(Call call) {
        waiting.remove(call);
        if (call.connection != null) {
            pool.remove(call.connection);
            if (settings.renewsWholePool()) {
                pool.removeIf(each -> each.call == null && each.machine == call.connection.machine);
            }
        }
        hit();
        connectIfNeeded();
        refresh();
    }

    private void hit() {
        if (!hit && !over && !isLeftBehind()) {
            hit = true;
            cluster.incidents().hit();
        }
    }

    /** Nobody waits for a dark client to come back where a load balancer sends users to the others. */
    private boolean isLeftBehind() {
        return settings.areSpared() && !isUp();
    }

    /** The request has been answered. */
    private void served(Call call) {
        if (call.connection != null) {
            call.connection.call = null;
            if (!waiting.isEmpty()) {
                send(next(), call.connection);
            }
        }
        // A read that a copy answered says nothing about the machine that takes writes.
        if (call.connection != null || proxy != null) {
            back();
        }
    }

    /** The proxy that it is linked to passes requests on again. */
    void linked() {
        if (isUp()) {
            back();
        }
    }

    private void back() {
        if (hit && cluster.maySay(cluster.writer())) {
            hit = false;
            cluster.incidents().back(this);
        }
        refresh();
    }

    /** The machine closed all connections to it. */
    @Override
    public void closed(Machine machine) {
        if (!cluster.reaches(zone, machine)) {
            return;
        }
        List<Connection> closed = pool.stream().filter(each -> each.machine == machine).toList();
        pool.removeAll(closed);
        for (Connection connection : closed) {
            if (connection.call != null) {
                fail(connection.call, Outcome.RESET);
            }
        }
        if (!closed.isEmpty()) {
            hit();
            connectIfNeeded();
            refresh();
        }
    }

    /** The process ends for good: it answers nobody, asks nobody, and nobody waits for it. */
    public void end() {
        over = true;
        pool.clear();
        waiting.clear();
        if (hit) {
            hit = false;
            cluster.incidents().left(this);
        }
        refresh();
    }

    /** Whether its process runs. */
    public boolean isUp() {
        return !over && !region.zones().isDark(zone);
    }

    /** The process has lost everything; its zone is dark. */
    @Override
    public void failed(int failedZone) {
        if (failedZone != zone) {
            return;
        }
        pool.clear();
        if (hit && isLeftBehind()) {
            hit = false;
            cluster.incidents().left(this);
        }
        refresh();
    }

    /** Something about links changed: what is under way towards an unreachable machine will not be answered. */
    @Override
    public void reachChanged() {
        for (Connection connection : pool) {
            if (connection.call != null && !cluster.reaches(zone, connection.machine)) {
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
        if (!connecting && isUp() && proxy == null) {
            boolean wanted = !waiting.isEmpty() && pool.stream().allMatch(each -> each.call != null);
            if (pool.isEmpty() || wanted && pool.size() < settings.poolSize()) {
                connecting = true;
                tries = 0;
                attempt();
            }
        }
    }

    private void attempt() {
        if (!isUp()) {
            connecting = false;
            return;
        }
        Machine to = address.resolve();
        long[] row = attempts.add(-1, index, to.index, Attempt.UNDER_WAY.ordinal());
        boolean silent = !cluster.reaches(zone, to);
        region.later(silent ? settings.connectTimeoutMicros() : HANDSHAKE_MICROS, () -> {
            Attempt result = silent || !cluster.reaches(zone, to)
                    ? Attempt.SILENT
                    : cluster.accepts(to) ? Attempt.CONNECTED : to.role.isCopy() ? Attempt.READ_ONLY : Attempt.REFUSED;
            row[1] = region.nowMicros();
            row[4] = result.ordinal();
            if (result == Attempt.CONNECTED) {
                connected();
            } else {
                refresh();
                region.later(pause(), this::attempt);
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
        long first = settings.backoffMicros();
        long longest = Math.max(first, LONGEST_PAUSE_MICROS);
        long pause = Math.min(longest, first << Math.min(tries++, 20));
        return (long) (pause * (0.5 + jitter.nextDouble()));
    }

    /** Keeps the state that the picture shows. */
    void refresh() {
        ClientState seen = seen();
        if (seen != state) {
            state = seen;
            recordState();
        }
    }

    private void recordState() {
        states.add(index, state.ordinal(), proxy == null ? address.machine().index : -1);
    }

    private ClientState seen() {
        if (!isUp()) {
            return ClientState.DOWN;
        }
        if (proxy != null) {
            return unanswered > 0 ? ClientState.WAITING : ClientState.CONNECTED;
        }
        if (pool.stream().anyMatch(each -> each.call != null && each.call.silent)) {
            return ClientState.WAITING;
        }
        return !pool.isEmpty() ? ClientState.CONNECTED : hasOldAddress() ? ClientState.OLD_ADDRESS : ClientState.RETRYING;
    }
}
