package dev.tilab.cloud.database;

import dev.tilab.cloud.Endpoint;
import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.Zones;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An application process that asks a database: over a pool of connections to the address that its resolver gave it, or through a
 * proxy. A call that has had no answer within its time-out has failed.
 */
public final class Client implements Endpoint, Machines.Connected, Name.Holder, Zones.Listener {

    /** An address that is kept for ever. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** A health check's call is none of those that are counted. */
    private static final int NO_ROW = -1;

    final int index;
    final int zone;
    private final Region region;
    private final ClientSettings settings;
    private final Cluster cluster;
    private final @Nullable Proxy proxy;
    private final CallListener listener;
    private final Address address;
    private final ConnectionPool pool;
    private final EventLog.Table states;
    private boolean over;

    /** Calls that the proxy has no answer to expect for, for now. */
    int unanswered;

    /** Calls or links have failed and it has not been served since. */
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
            @Nullable Proxy proxy,
            CallListener listener) {
        this.index = index;
        this.zone = zone;
        this.region = region;
        this.settings = settings;
        this.cluster = cluster;
        this.proxy = proxy;
        this.listener = listener;
        address = new Address(index, region, cluster, keptMicros);
        pool = new ConnectionPool(this, region, settings, cluster, address, proxy == null ? settings.poolSize() : 0);
        states = region.log().table("clients", "client", "state", "machine");
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

    /** Asks the database, and gives up after the time-out. Without power it never hears of the request, whose caller waits in vain. */
    @Override
    public void ask(Request request, Consumer<Outcome> reply) {
        int row = request.row;
        Machine copy = request.isRead ? cluster.readable(row, zone) : null;
        begin(new Call(row, request.isRead, this, reply, listener), copy);
    }

    /** @param copy that answers reads; null where the machine that takes writes is asked */
    private void begin(Call call, @Nullable Machine copy) {
        region.later(
                settings.requestTimeoutMicros(),
                () -> fail(call, call.sent ? Outcome.TIMED_OUT : Outcome.NO_CONNECTION));
        if (!isUp()) {
            return;
        }
        if (copy != null) {
            call.send();
            cluster.serve(call, copy);
        } else if (proxy != null) {
            proxy.ask(call);
        } else {
            pool.ask(call);
        }
    }

    /** Gives a sign of life of its own, asking nobody: a process that is gone gives none. */
    public void ping(Consumer<Boolean> answer) {
        if (isUp()) {
            answer.accept(true);
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

    private void failed(Call call) {
        pool.giveUp(call);
        hit();
        pool.connectIfNeeded();
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

    private void served(Call call) {
        pool.release(call);
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

    /** It is linked to a machine that takes writes, or has been served. */
    void back() {
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
        if (pool.close(machine)) {
            hit();
            pool.connectIfNeeded();
            refresh();
        }
    }

    /** The process ends for good: it answers nobody, asks nobody, and nobody waits for it. */
    public void end() {
        over = true;
        pool.clear();
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
        pool.look();
        refresh();
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
        if (pool.isSilent()) {
            return ClientState.WAITING;
        }
        return pool.size() > 0
                ? ClientState.CONNECTED
                : hasOldAddress() ? ClientState.OLD_ADDRESS : ClientState.RETRYING;
    }
}
