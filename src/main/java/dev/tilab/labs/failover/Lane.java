package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Outcome;
import dev.tilab.labs.failover.Words.Place;
import dev.tilab.labs.failover.Words.Role;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.engine.Simulation;
import java.util.List;

/**
 * One topology living through the scenario: clients ask a database behind a name, machines write logs and copy them, and
 * what fails is taken over. {@link Failover} decides who takes writes, {@link Faults} does what people ask for.
 */
final class Lane {

    /** A read that is answered from memory; assumed. */
    private static final long READ_MICROS = 800;

    final FailoverScenario scenario;
    final Topology topology;
    final Workload work;
    /** The load balancer before the clients; null without one. */
    final Entrance entrance;

    final Zones zones = new Zones();
    final Machine[] machines;
    final Client[] clients;
    final Proxy proxy;
    final CommitLog log = new CommitLog(this);
    final Losses losses = new Losses(this);
    final Steps steps;
    final Incidents incidents = new Incidents(this);
    final Failover failover;
    final LaneRecord record;

    /** The machine that the name points to. */
    Machine name;

    /** The machine that takes writes, or did so last. */
    private Machine writer;

    long readsByCopies;

    /** Called after every event, for those who want to know whether all is still right. */
    Runnable afterEvent = () -> {};

    private final Simulation simulation = new Simulation(FailoverCost.NANOS_PER_EVENT);

    Lane(FailoverScenario scenario, Topology topology, Workload work) {
        this.scenario = scenario;
        this.topology = topology;
        this.work = work;
        entrance = work.entrance;
        record = new LaneRecord(this, work.rows());
        steps = new Steps(scenario);
        failover = new Failover(this);
        machines = new Machine[topology.machines];
        for (int index = 0; index < machines.length; index++) {
            int zone = topology == Topology.READ_REPLICA && scenario.replicaInSameZone ? 0 : index;
            machines[index] = new Machine(index, zone, index == 0 ? Role.PRIMARY : topology.copies);
            record.role(machines[index], -1);
        }
        writer = machines[0];
        name = writer;
        record.name(name.index);
        proxy = topology.hasProxy() ? new Proxy(this) : null;
        RandomStreams streams = new RandomStreams(scenario.seed);
        clients = new Client[scenario.clients];
        for (int index = 0; index < clients.length; index++) {
            double age = streams.stream("address-age", index).nextDouble();
            clients[index] = new Client(index, this, streams.stream("backoff", index), age);
            record.state(clients[index]);
        }
    }

    /** Runs to the end of the scenario. */
    void run() {
        Faults faults = new Faults(this);
        scenario.interventions.forEach(each -> simulation.scheduleIntervention(each.atMicros(), () -> {
            faults.happen(each);
            afterEvent.run();
        }));
        later(scenario.micros("backupAt"), this::backUp);
        nextArrival(0);
        simulation.runUntil(scenario.durationMicros());
    }

    private void nextArrival(int row) {
        if (row < work.rows()) {
            later(work.arrivalMicros[row] - now(), () -> {
                nextArrival(row + 1);
                arrive(row);
            });
        }
    }

    long now() {
        return simulation.nowMicros();
    }

    /** Has something happen after a delay. */
    void later(long delayMicros, Runnable action) {
        simulation.schedule(delayMicros, () -> {
            action.run();
            afterEvent.run();
        });
    }

    private void backUp() {
        if (accepts(writer)) {
            losses.backedUp = writer.held;
            record.note(Note.BACKUP, writer.index, -1, writer.held);
        }
    }

    private void arrive(int row) {
        if (entrance != null && entrance.ended[row] != null) {
            stuckOnTheWayIn(row);
            return;
        }
        Client client = clients[work.client[row]];
        Call call = new Call(row, client);
        later(scenario.micros("requestTimeout"), () -> fail(
                call, call.connection == null && record.sentMicros[row] < 0 ? Outcome.NO_CONNECTION : Outcome.TIMED_OUT));
        if (zones.isDark(client.zone)) {
            return;
        }
        Machine copy = work.isRead[row] && topology.copiesServeReads() ? readable(row, client) : null;
        if (copy != null) {
            record.sent(call);
            readsByCopies++;
            serve(call, copy);
        } else if (proxy != null) {
            proxy.ask(call);
        } else {
            client.ask(call);
        }
    }

    private void stuckOnTheWayIn(int row) {
        Outcome how = entrance.ended[row];
        later(how == Outcome.TIMED_OUT ? scenario.micros("requestTimeout") : 0, () -> record.failed(
                row, how, entrance.stuckAt[row]));
    }

    /** A copy that answers reads, in turn; null without any. */
    private Machine readable(int row, Client client) {
        List<Machine> copies = List.of(machines).stream()
                .filter(each -> each.role.isCopy() && each.isRunning() && reaches(client.zone, each))
                .toList();
        return copies.isEmpty() ? null : copies.get(row % copies.size());
    }

    /** The machine works on the request. */
    void serve(Call call, Machine machine) {
        record.served(call, machine);
        if (!work.isRead[call.row]) {
            log.commit(call, machine);
            return;
        }
        int epoch = machine.epoch;
        later(READ_MICROS, () -> {
            if (machine.epoch == epoch) {
                answer(call, machine);
            }
        });
    }

    /** The commit is acknowledged: whoever asked is told, if he can be reached. */
    void acknowledged(CommitLog.Entry entry) {
        record.confirmedBy[entry.call.row] = entry.confirmedBy;
        answer(entry.call, entry.writer);
    }

    private void answer(Call call, Machine from) {
        if (!call.ended && reaches(proxy == null ? call.client.zone : Zones.OUTSIDE, from)) {
            end(call, Outcome.COMPLETED);
            call.client.served(call);
        }
    }

    void fail(Call call, Outcome how) {
        if (!call.ended) {
            end(call, how);
            call.client.failed(call);
        }
    }

    /** The user is told, unless what lies between has gone meanwhile: then he waits in vain. */
    private void end(Call call, Outcome how) {
        call.ended = true;
        Place broken = entrance == null ? null : entrance.wayBack(call.row, zones);
        if (broken != null) {
            long timeoutMicros = work.arrivalMicros[call.row] + scenario.micros("requestTimeout");
            later(timeoutMicros - now(), () -> record.failed(call.row, Outcome.TIMED_OUT, broken));
        } else if (how == Outcome.COMPLETED) {
            record.completed(call.row);
        } else {
            record.failed(call.row, how, Place.DATABASE);
        }
        if (proxy != null) {
            proxy.ended(call);
        }
    }

    Machine writer() {
        return writer;
    }

    void setWriter(Machine machine) {
        writer = machine;
    }

    /** Whether the machine runs as the one that takes writes. */
    boolean accepts(Machine machine) {
        return machine.role == Role.PRIMARY && machine.isRunning() && !zones.isDark(machine.zone);
    }

    /**
     * Whether the machine may acknowledge commits. Where the service fails over by itself, a primary that is cut off from the
     * other zones must keep silent, because another may be taking over: this is why there are never two.
     */
    boolean maySay(Machine machine) {
        return !topology.automatic || !zones.isCut(machine.zone);
    }

    /** Whether messages get from a zone to the machine and back. */
    boolean reaches(int zone, Machine machine) {
        return machine.hostUp && zones.connects(zone, machine.zone);
    }

    long latencyMicros(Machine from, Machine to) {
        return from.zone == to.zone ? 0 : scenario.micros("azLatency");
    }
}
