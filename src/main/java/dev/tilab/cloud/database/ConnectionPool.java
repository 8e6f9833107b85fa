package dev.tilab.cloud.database;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of one client to the machine whose address it holds. A call takes one that is idle, or waits for one. Attempts to
 * connect are repeated with growing pauses.
 */
final class ConnectionPool {

    /** TCP and log-in, on a good day; assumed. */
    private static final long HANDSHAKE_MICROS = 5_000;

    private final Client client;
    private final Region region;
    private final ClientSettings settings;
    private final Cluster cluster;
    private final Address address;
    private final RandomStream jitter;
    private final EventLog.Table attempts;
    private final int most;
    private final List<Connection> connections = new ArrayList<>();
    /** In the order in which they came; those that give up leave from the middle. */
    private final Set<Call> waiting = new LinkedHashSet<>();

    private boolean connecting;
    private int tries;

    /**
     * Fills itself.
     *
     * @param client whose it is
     * @param most how many connections it may have; 0 for a client that needs none
     */
    ConnectionPool(Client client, Region region, ClientSettings settings, Cluster cluster, Address address, int most) {
        this.client = client;
        this.region = region;
        this.settings = settings;
        this.cluster = cluster;
        this.address = address;
        this.most = most;
        jitter = region.stream("backoff", client.index);
        attempts = region.log().table("attempts", "endMicros", "client", "machine", "result");
        fill();
    }

    int size() {
        return connections.size();
    }

    /** Whether a call of it was sent towards somebody who will not answer. */
    boolean isSilent() {
        return connections.stream().anyMatch(each -> each.call != null && each.call.silent);
    }

    private void fill() {
        while (connections.size() < most) {
            connections.add(new Connection(address.machine()));
        }
    }

    /** Sends a call as soon as a connection is free. */
    void ask(Call call) {
        Connection idle = connections.stream()
                .filter(each -> each.call == null)
                .findFirst()
                .orElse(null);
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
        call.send();
        Machine machine = connection.machine;
        if (!cluster.reaches(client.zone, machine)) {
            call.silent = true;
            client.refresh();
        } else if (connection.epoch != machine.epoch || !cluster.accepts(machine)) {
            client.fail(call, Outcome.RESET);
        } else {
            cluster.serve(call, machine);
        }
    }

    /** The call has been answered: its connection is free for the next one. */
    void release(Call call) {
        if (call.connection != null) {
            call.connection.call = null;
            if (!waiting.isEmpty()) {
                send(next(), call.connection);
            }
        }
    }

    private Call next() {
        Call next = waiting.iterator().next();
        waiting.remove(next);
        return next;
    }

    /** The call has failed: its connection is given up, and by the pool's rule the idle ones with it. */
    void giveUp(Call call) {
        waiting.remove(call);
        if (call.connection != null) {
            connections.remove(call.connection);
            if (settings.renewsWholePool()) {
                connections.removeIf(each -> each.call == null && each.machine == call.connection.machine);
            }
        }
    }

    /**
     * The machine closed its connections; calls on them have failed.
     *
     * @return whether there were any
     */
    boolean close(Machine machine) {
        List<Connection> closed =
                connections.stream().filter(each -> each.machine == machine).toList();
        connections.removeAll(closed);
        for (Connection connection : closed) {
            if (connection.call != null) {
                client.fail(connection.call, Outcome.RESET);
            }
        }
        return !closed.isEmpty();
    }

    /** The process that held them is gone. */
    void clear() {
        connections.clear();
    }

    /** Links changed: what is under way towards an unreachable machine will not be answered. */
    void look() {
        for (Connection connection : connections) {
            if (connection.call != null && !cluster.reaches(client.zone, connection.machine)) {
                connection.call.silent = true;
            }
        }
        connectIfNeeded();
    }

    /** Begins to connect where there is no connection at all, or somebody waits for one and there may be more. */
    void connectIfNeeded() {
        if (connecting || !client.isUp() || most == 0) {
            return;
        }
        boolean wanted = !waiting.isEmpty() && connections.stream().allMatch(each -> each.call != null);
        if (connections.isEmpty() || wanted && connections.size() < most) {
            connecting = true;
            tries = 0;
            attempt();
        }
    }

    private void attempt() {
        if (!client.isUp()) {
            connecting = false;
            return;
        }
        Machine to = address.resolve();
        long[] row = attempts.add(-1, client.index, to.index, Attempt.UNDER_WAY.ordinal());
        boolean silent = !cluster.reaches(client.zone, to);
        region.later(silent ? settings.connectTimeoutMicros() : HANDSHAKE_MICROS, () -> {
            Attempt result = silent || !cluster.reaches(client.zone, to)
                    ? Attempt.SILENT
                    : cluster.accepts(to) ? Attempt.CONNECTED : to.role.isCopy() ? Attempt.READ_ONLY : Attempt.REFUSED;
            row[1] = region.nowMicros();
            row[4] = result.ordinal();
            if (result == Attempt.CONNECTED) {
                connected();
            } else {
                client.refresh();
                region.later(pause(), this::attempt);
            }
        });
        client.refresh();
    }

    private void connected() {
        connecting = false;
        fill();
        for (Connection connection : List.copyOf(connections)) {
            if (connection.call == null && !waiting.isEmpty()) {
                send(next(), connection);
            }
        }
        client.back();
    }

    private long pause() {
        long pause = Math.min(settings.longestPauseMicros(), settings.backoffMicros() << Math.min(tries++, 20));
        return (long) (pause * (0.5 + jitter.nextDouble()));
    }
}
