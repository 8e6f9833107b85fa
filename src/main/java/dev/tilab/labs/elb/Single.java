package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.network.Ipv4;

/**
 * No balancer: the name is that of one server in zone a which runs everything. Stopping target 1 stops it, and a gate that shuts for
 * a service shuts the port for all that come by it.
 */
final class Single implements Post {

    private static final int ZONE = 0;
    private static final int SERVER = 0;

    private final Region region;
    private final ElbScenario scenario;
    private final Workload work;
    private final LetterRecord record;
    private final Threads threads;
    private final Kept[] kept;
    private final Underway underway;
    private final int address;
    private final boolean[] shut = new boolean[Service.values().length];
    private boolean stopped;

    Single(
            Region region,
            ElbScenario scenario,
            Workload work,
            LetterRecord record,
            Threads threads,
            AddressList addresses) {
        this.region = region;
        this.scenario = scenario;
        this.work = work;
        this.record = record;
        this.threads = threads;
        kept = Kept.each(work.senders.size());
        underway = new Underway(1, work.rows());
        Ipv4 own = Addresses.publicOf(Balancer.DNS, ZONE, 0);
        address = addresses.number(own);
        region.log().table("names", "node", "address", "listed", "generation").add(-1, address, 1, 0);
        region.log().table("system", "kind", "subject");
        region.zones().tell(this);
    }

    @Override
    public void send(int row) {
        Kept over = kept[work.sender[row]];
        over.takes(row, work);
        record.came(row, -1, address);
        if (region.zones().isDark(work.senders.get(work.sender[row]).zone())) {
            fail(row, over, Fate.DARK_ZONE, scenario.connectTimeoutMicros);
        } else if (region.zones().isDark(ZONE)) {
            fail(row, over, Fate.SERVER_GONE, scenario.connectTimeoutMicros);
        } else if (isShut(work.serviceOf(row))) {
            fail(row, over, Fate.NOT_ADMITTED, scenario.connectTimeoutMicros);
        } else if (stopped) {
            fail(row, over, Fate.SERVER_GONE, work.serviceOf(row) == Service.GAME ? scenario.connectTimeoutMicros : 0);
        } else {
            serve(row, over);
        }
    }

    private boolean isShut(Service called) {
        for (Service each : Service.values()) {
            if (shut[each.ordinal()]
                    && each.protocol() == called.protocol()
                    && scenario.port(each) == scenario.port(called)) {
                return true;
            }
        }
        return false;
    }

    private void fail(int row, Kept over, Fate why, long afterMicros) {
        over.close(region.nowMicros(), why == Fate.DARK_ZONE ? ClosedBy.ZONE : ClosedBy.NO_ANSWER);
        record.ended(row, why, 0, region.nowMicros() + afterMicros);
    }

    private void serve(int row, Kept over) {
        if (!over.isOpen()) {
            over.open(threads, region.nowMicros(), -1, address, null, 0);
        }
        over.lastMicros = region.nowMicros();
        record.reached(row, region.nowMicros());
        record.spread(1);
        underway.add(row, SERVER);
        region.later(work.processingMicros[row], () -> {
            if (record.isOpen(row)) {
                underway.remove(row, SERVER);
                over.lastMicros = region.nowMicros();
                record.ended(row, Fate.DELIVERED, work.serviceOf(row).status(), region.nowMicros());
            }
        });
    }

    @Override
    public void setStopped(int target, boolean isStopped) {
        if (target == SERVER) {
            stopped = isStopped;
            if (isStopped) {
                lose(ClosedBy.TARGET, 0);
            }
        }
    }

    @Override
    public void setShut(Service service, boolean isShut) {
        shut[service.ordinal()] = isShut;
    }

    @Override
    public void failed(int zone) {
        if (zone == ZONE) {
            lose(ClosedBy.ZONE, scenario.connectTimeoutMicros);
        }
    }

    private void lose(ClosedBy by, long afterMicros) {
        underway.of(SERVER, row -> {
            underway.remove(row, SERVER);
            record.ended(row, Fate.SERVER_GONE, 0, region.nowMicros() + afterMicros);
        });
        for (Kept each : kept) {
            each.leave(region.nowMicros(), work, by);
        }
    }

    @Override
    public void close(int connection) {
        Kept.close(kept, connection, region.nowMicros(), work);
    }

    @Override
    public void end() {
        for (Kept each : kept) {
            each.end(region.endMicros(), work);
        }
    }
}
