package dev.tilab.labs.elb;

import dev.tilab.cloud.Faults;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.Health;
import dev.tilab.cloud.compute.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One balancer, or none, living through the scenario. */
final class Lane {

    /** What a node can think of a target. */
    static final List<String> STATES =
            Arrays.stream(Health.State.values()).map(Health.State::id).toList();

    static final int HEALTHY = Health.State.HEALTHY.ordinal();
    static final int UNHEALTHY = Health.State.UNHEALTHY.ordinal();

    /** Why it does, as AWS writes it. */
    static final List<String> REASONS =
            Arrays.stream(Health.Reason.values()).map(Health.Reason::code).toList();

    final ElbScenario scenario;
    final Balancer balancer;
    final Workload work;
    final Region region;
    final LetterRecord record;
    final Threads threads;
    private final Post post;
    private final Runnable sending = this::send;
    private int next;

    Lane(ElbScenario scenario, Balancer balancer, Workload work, AddressList addresses) {
        this.scenario = scenario;
        this.balancer = balancer;
        this.work = work;
        region = scenario.region();
        record = new LetterRecord(work, scenario.durationMicros);
        threads = new Threads(scenario.durationMicros);
        post = balancer == Balancer.DNS
                ? new Single(region, scenario, work, record, threads, addresses)
                : new Carrier(region, scenario, balancer, work, record, threads, addresses);
        Faults faults = region.faults();
        faults.on(Server.STOP, what -> post.setStopped(what.index(), true));
        faults.on(Server.START, what -> post.setStopped(what.index(), false));
        faults.on(ElbParameters.SHUT, what -> post.setShut(Service.values()[what.index()], true));
        faults.on(ElbParameters.OPEN, what -> post.setShut(Service.values()[what.index()], false));
        faults.on(ElbParameters.RENEW, what -> post.renew());
        faults.on(ElbParameters.INTERNAL, what -> post.setInternal(true));
        faults.on(ElbParameters.PUBLIC, what -> post.setInternal(false));
        faults.on(ElbParameters.MOVE, what -> post.move(what.index(), (int) what.value()));
        faults.on(ElbParameters.CLOSE, what -> post.close(what.index()));
    }

    /** Runs to the end of the scenario. */
    void run() {
        region.disturb(scenario.interventions);
        if (work.rows() > 0) {
            region.later(work.atMicros[0], sending);
        }
        region.run();
        post.end();
    }

    private void send() {
        int row = next++;
        if (next < work.rows()) {
            region.later(work.atMicros[next] - work.atMicros[row], sending);
        }
        post.send(row);
    }

    /** What happened by itself: instant, {@link SystemMark}, subject. */
    List<long[]> marks() {
        List<long[]> marks = new ArrayList<>(rows("system"));
        for (Threads.Line each : threads.all()) {
            if (each.closedBy == ClosedBy.IDLE) {
                marks.add(new long[] {each.untilMicros, SystemMark.IDLE_CUT_SENT.ordinal(), each.connection});
            }
        }
        return marks;
    }

    /** What nodes believe of targets and how sure they are; empty without a balancer. */
    List<long[]> health() {
        return balancer == Balancer.DNS ? List.of() : rows("health");
    }

    /** Rows that were written into a table of the region. */
    List<long[]> rows(String table) {
        return region.log().table(table).rows();
    }
}
