package dev.tilab.cloud.database;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * RDS Proxy: clients stay connected to it at one address; while no machine takes writes it holds their requests, and it finds
 * the new primary by itself, without waiting for a name (Amazon RDS User Guide, "RDS Proxy concepts and terminology").
 */
final class Proxy implements Machines.Connected, Failover.Listener, Zones.Listener {

    /** What the proxy adds to a request; assumed. */
    private static final long LATENCY_MICROS = 500;

    /** It looks for a machine that takes writes this often; assumed. */
    private static final long LOOKS_EVERY_MICROS = 2_000_000;

    private final Region region;
    private final Cluster cluster;
    private final RandomStream looks;

    /** In the order in which they came. */
    private final Set<Call> held = new LinkedHashSet<>();

    private final Set<Call> underWay = new LinkedHashSet<>();

    private final List<Client> clients = new ArrayList<>();

    private boolean open = true;

    Proxy(Region region, Cluster cluster) {
        this.region = region;
        this.cluster = cluster;
        looks = region.stream("step-proxy", 0);
        cluster.connect(this);
        cluster.tell(this);
        region.zones().tell(this);
    }

    /** The client goes through this proxy from now on. */
    void serve(Client client) {
        clients.add(client);
    }

    void ask(Call call) {
        if (!region.zones().connects(call.client.zone, Zones.OUTSIDE)) {
            underWay.add(call);
            silence(call);
        } else if (open) {
            pass(call);
        } else {
            held.add(call);
            call.held = true;
            call.client.unanswered++;
        }
        call.client.refresh();
    }

    private void silence(Call call) {
        if (!call.silent) {
            call.silent = true;
            call.client.unanswered++;
        }
    }

    private void pass(Call call) {
        underWay.add(call);
        call.send();
        Machine writer = cluster.writer();
        region.later(LATENCY_MICROS, () -> {
            if (call.hasEnded()) {
                return;
            }
            if (!cluster.reaches(Zones.OUTSIDE, writer)) {
                silence(call);
                call.client.refresh();
            } else if (cluster.accepts(writer)) {
                cluster.serve(call, writer);
            } else {
                call.client.fail(call, Outcome.RESET);
            }
        });
    }

    void ended(Call call) {
        held.remove(call);
        underWay.remove(call);
        call.client.unanswered -= (call.held ? 1 : 0) + (call.silent ? 1 : 0);
    }

    /** The writer is gone: requests are held from now on. */
    @Override
    public void writerGone() {
        if (open) {
            open = false;
            cluster.notes().of(Note.PROXY_HOLDS, 0);
        }
    }

    /** The writer ended its connections: statements that were under way break. */
    @Override
    public void closed(Machine machine) {
        if (machine != cluster.writer()) {
            return;
        }
        for (Call call : List.copyOf(underWay)) {
            if (!call.silent) {
                call.client.fail(call, Outcome.RESET);
            }
        }
    }

    /** A machine takes writes; the proxy finds it at its next look. */
    @Override
    public void writerFound() {
        region.later((long) (LOOKS_EVERY_MICROS * looks.nextDouble()), () -> {
            if (!open && cluster.accepts(cluster.writer()) && cluster.reaches(Zones.OUTSIDE, cluster.writer())) {
                open = true;
                cluster.notes().of(cluster.writer(), Note.PROXY_GOES_ON, held.size());
                List<Call> now = List.copyOf(held);
                held.clear();
                for (Call call : now) {
                    call.held = false;
                    call.client.unanswered--;
                    pass(call);
                }
                clients.forEach(Client::linked);
            }
        });
    }

    /** Links changed: what is under way towards an unreachable machine will not be answered. */
    @Override
    public void reachChanged() {
        if (!cluster.reaches(Zones.OUTSIDE, cluster.writer())) {
            underWay.forEach(this::silence);
        }
    }

    @Override
    public void recover(int zone) {
        writerFound();
    }
}
