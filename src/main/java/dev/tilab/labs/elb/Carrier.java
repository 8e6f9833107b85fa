package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.network.Protocol;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.function.Predicate;

/**
 * Carries letters through a balancer, each question asked in this order: {@link Entrance}, decision and candidates, {@link Delivery}.
 * Keeps the connections, and ends those that something takes away.
 */
final class Carrier implements Post {

    private static final int BAD_REQUEST = 400;

    private final Region region;
    private final ElbScenario scenario;
    private final Balancer balancer;
    private final Workload work;
    private final LetterRecord record;
    private final Threads threads;
    private final Doors doors;
    private final Entrance entrance;
    private final Ways ways;
    private final Groups groups;
    private final Reading reading;
    private final IdleTimeouts idle;
    private final Kept[] kept;
    private final Delivery delivery;

    Carrier(
            Region region,
            ElbScenario scenario,
            Balancer balancer,
            Workload work,
            LetterRecord record,
            Threads threads,
            AddressList addresses) {
        this.region = region;
        this.scenario = scenario;
        this.balancer = balancer;
        this.work = work;
        this.record = record;
        this.threads = threads;
        doors = new Doors(region, scenario, balancer, addresses, this::returned);
        ways = new Ways(scenario, balancer);
        entrance = new Entrance(region, scenario, work, addresses, doors, ways);
        groups = new Groups(region, scenario, balancer, ways, this::changed);
        reading = new Reading(work, scenario.albRules);
        idle = new IdleTimeouts(scenario, balancer, work);
        kept = Kept.each(work.senders.size());
        delivery = new Delivery(region, scenario, balancer, work, record, ways, groups, idle);
        region.zones().tell(this);
    }

    @Override
    public void send(int row) {
        Kept over = kept[work.sender[row]];
        over.takes(row, work);
        if (region.zones().isDark(work.senders.get(work.sender[row]).zone())) {
            fail(row, Fate.DARK_ZONE, 0, scenario.connectTimeoutMicros);
            return;
        }
        pass(row, over, 0);
    }

    /** @param tries how many addresses have not answered so far */
    private void pass(int row, Kept over, int tries) {
        if (over.isOpen() && idle.fails(row, over)) {
            record.came(row, over.node, over.address);
            fail(row, Fate.IDLE_CUT, 0, 0);
            return;
        }
        if (over.isOpen() && work.serviceOf(row) == Service.GAME && entrance.isElsewhere(row, over)) {
            over.close(region.nowMicros(), ClosedBy.SENDER);
        }
        if (!over.isOpen() && !enter(row, over, tries)) {
            return;
        }
        record.came(row, over.node, over.address);
        over.lastMicros = region.nowMicros();
        switch (balancer) {
            case ALB -> read(row, over);
            case NLB -> forward(row, over, groups.behind(over.listener), true);
            default -> classic(row, over);
        }
    }

    // Rules 1 to 4: name, wall, the balancer's gate, listener.

    private boolean enter(int row, Kept over, int tries) {
        Entrance.Attempt attempt = entrance.attempt(row, tries);
        record.came(row, attempt.node(), attempt.address());
        if (attempt.why() == null) {
            Listener by = groups.listener(work.serviceOf(row));
            over.open(threads, region.nowMicros(), attempt.node(), attempt.address(), by, attempt.generation());
            return true;
        }
        if (attempt.isSilent() && scenario.triesNext && entrance.hasAnother(row, tries)) {
            region.later(scenario.connectTimeoutMicros, () -> tryNext(row, over, tries + 1));
        } else {
            boolean atOnce = attempt.why() == Fate.NO_LISTENER;
            fail(row, attempt.why(), 0, atOnce ? 0 : scenario.connectTimeoutMicros);
        }
        return false;
    }

    /** The sender may have gone on to another connection, while a letter of the one before still seeks its way. */
    private void tryNext(int row, Kept over, int tries) {
        boolean isLate = over.connection != work.connection[row];
        Kept by = isLate ? new Kept() : over;
        by.connection = work.connection[row];
        pass(row, by, tries);
        if (isLate) {
            by.close(region.nowMicros(), ClosedBy.SENDER);
        }
    }

    // Rules 5 and 6: decision, candidates.

    private void read(int row, Kept over) {
        if (isGarbled(row, over)) {
            return;
        }
        Reading.Verdict verdict = reading.decide(row);
        record.decided(row, verdict.place());
        if (verdict.status() > 0) {
            fail(row, Fate.ANSWERED, verdict.status(), 0);
        } else {
            forward(row, over, verdict.group(work.share[row]), work.serviceOf(row) == Service.CHAT);
        }
    }

    /** What is no HTTP gets 400 from who opens letters. */
    private boolean isGarbled(int row, Kept over) {
        if (work.serviceOf(row).isWeb()) {
            return false;
        }
        over.close(region.nowMicros(), ClosedBy.TARGET);
        fail(row, Fate.ANSWERED, BAD_REQUEST, 0);
        return true;
    }

    private void classic(int row, Kept over) {
        boolean http = over.listener.isHttp();
        if (http && isGarbled(row, over)) {
            return;
        }
        if (http && work.serviceOf(row) == Service.CHAT) {
            over.close(region.nowMicros(), ClosedBy.TARGET);
            fail(row, Fate.NO_UPGRADE, BAD_REQUEST, 0);
            return;
        }
        forward(row, over, groups.pool(http), !http);
    }

    /** @param pins whether the connection goes through to one target for good */
    private void forward(int row, Kept over, int group, boolean pins) {
        boolean http = over.listener.isHttp();
        int target = over.target;
        if (target < 0) {
            target = group < 0 ? -1 : groups.choose(over.node, group, key(row, over));
        }
        if (target >= 0) {
            delivery.deliver(row, over, target, pins, over.target >= 0 ? over.group : group);
            return;
        }
        if (!http) {
            over.close(region.nowMicros(), ClosedBy.TARGET);
        }
        fail(row, Fate.EMPTY_503, http ? 503 : 0, 0);
    }

    /** What a Network Load Balancer's hash reads: protocol, addresses, ports and the sequence number of TCP's first packet. */
    private int key(int row, Kept over) {
        int connection = work.connection[row];
        Service service = work.serviceOf(row);
        long envelope = (long) work.senders.get(work.sender[row]).address().bits() << 32
                ^ (long) work.port[connection] << 16
                ^ scenario.port(service)
                ^ (long) service.protocol().ordinal() << 63
                ^ (long) over.node << 62;
        long first = service.protocol() == Protocol.UDP ? 0 : work.sequence[connection] + (long) over.opened;
        return (int) (RandomStreams.mix(RandomStreams.mix(envelope) + first) >>> 48);
    }

    private void fail(int row, Fate why, int status, long afterMicros) {
        record.ended(row, why, status, region.nowMicros() + afterMicros);
    }

    // Rule 11: what nodes find out.

    /** A Network Load Balancer resets the flows of a target that is out, and takes a node out of its name that can serve nobody. */
    private void changed(int node, int target, boolean isHealthy) {
        if (balancer == Balancer.NLB) {
            if (!isHealthy && !groups.failsOpen(node, target)) {
                cut(each -> each.node == node && each.target == target, ClosedBy.RESET);
            }
            doors.setServing(node, groups.serves(node));
        }
    }

    // What happens to connections that are kept.

    private void returned(int generation) {
        cut(each -> each.generation <= generation, ClosedBy.ADDRESS);
    }

    private void cut(Predicate<Kept> which, ClosedBy by) {
        for (Kept each : kept) {
            if (each.isOpen() && which.test(each)) {
                each.leave(region.nowMicros(), work, by);
            }
        }
    }

    @Override
    public void setStopped(int target, boolean isStopped) {
        ways.setStopped(target, isStopped);
        if (isStopped) {
            delivery.stopped(target);
            cut(each -> each.target == target, ClosedBy.TARGET);
        }
    }

    @Override
    public void failed(int zone) {
        delivery.failed(zone);
        cut(each -> each.node == zone || isIn(each, zone), ClosedBy.ZONE);
    }

    private boolean isIn(Kept over, int zone) {
        int sender = work.connectionSender[over.connection];
        return work.senders.get(sender).zone() == zone;
    }

    @Override
    public void setShut(Service service, boolean isShut) {
        ways.setShut(service, isShut);
    }

    @Override
    public void renew() {
        doors.renew();
    }

    /** In truth another balancer takes its place: what came in by the one before ends. */
    @Override
    public void setInternal(boolean isInternal) {
        if (doors.isInternal() != isInternal) {
            doors.setInternal(isInternal);
            ways.changed();
            cut(each -> true, ClosedBy.SCHEME);
        }
    }

    @Override
    public void move(int rule, int priority) {
        reading.move(rule, priority);
    }

    @Override
    public void close(int connection) {
        Kept.close(kept, connection, region.nowMicros(), work);
    }

    @Override
    public void end() {
        for (Kept each : kept) {
            if (each.isOpen()) {
                idle.finish(each, region.endMicros());
            }
        }
    }
}
