package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.network.Reach;

/** Rules 7 to 9 of a letter's way: the target's gate, the target itself, the hairpin; and the answer. */
final class Delivery {

    /** For so long an Application Load Balancer tries to connect to a target (AWS, "Troubleshoot": HTTP 504); of others assumed. */
    private static final long CONNECT_MICROS = 10_000_000;

    private final Region region;
    private final ElbScenario scenario;
    private final Balancer balancer;
    private final Workload work;
    private final LetterRecord record;
    private final Ways ways;
    private final Groups groups;
    private final IdleTimeouts idle;
    private final Backends backends;
    private final Underway underway;

    Delivery(
            Region region,
            ElbScenario scenario,
            Balancer balancer,
            Workload work,
            LetterRecord record,
            Ways ways,
            Groups groups,
            IdleTimeouts idle) {
        this.region = region;
        this.scenario = scenario;
        this.balancer = balancer;
        this.work = work;
        this.record = record;
        this.ways = ways;
        this.groups = groups;
        this.idle = idle;
        backends = new Backends(scenario, balancer);
        underway = new Underway(scenario.targets.size(), work.rows());
    }

    /** @param pins whether the connection goes through to this target for good */
    void deliver(int row, Kept over, int target, boolean pins, int group) {
        record.sent(row, target);
        boolean http = over.listener.isHttp();
        Reach reach = ways.toTarget(over.node, target, work.serviceOf(row).protocol());
        if (reach.isSilent()
                || !region.zones()
                        .connects(over.node, scenario.targets.get(target).zone())
                || isHairpin(row, target)) {
            knew(over.node, target);
            noAnswer(row, over, pins);
        } else if (reach == Reach.REFUSED) {
            knew(over.node, target);
            if (pins) {
                over.close(region.nowMicros(), ClosedBy.TARGET);
            }
            refused(row, http);
        } else if (http && over.target < 0 && backends.isClosing(over.node, target, region.nowMicros())) {
            backends.answered(over.node, target, -1);
            fail(row, backends.cause(), backends.status(), 0);
        } else {
            if (pins && over.target < 0) {
                over.pin(target, group);
            }
            serve(row, over, target, group);
        }
    }

    private void knew(int node, int target) {
        if (!groups.isHealthy(node, target)) {
            record.failedThoughKnown();
        }
    }

    private void noAnswer(int row, Kept over, boolean pins) {
        boolean balancerTells = balancer != Balancer.NLB && over.target < 0;
        boolean http = over.listener.isHttp();
        if (pins) {
            over.close(region.nowMicros() + scenario.connectTimeoutMicros, ClosedBy.NO_ANSWER);
        }
        if (balancerTells) {
            fail(row, Fate.TARGET_504, http ? 504 : 0, CONNECT_MICROS);
        } else {
            fail(row, Fate.CLIENT_TIMEOUT, 0, scenario.connectTimeoutMicros);
        }
    }

    /** A target that calls itself through a balancer which keeps its address gets an answer from where it did not ask. */
    private boolean isHairpin(int row, int target) {
        return work.senders.get(work.sender[row]).target() == target
                && ways.keepsClientOf(target, work.serviceOf(row).protocol());
    }

    private void serve(int row, Kept over, int target, int group) {
        record.reached(row, region.nowMicros());
        record.spread(over.reaches(target));
        underway.add(row, target);
        int node = over.node;
        int opened = over.opened;
        groups.sent(node, group, target);
        long takes = work.processingMicros[row];
        boolean tooLong = over.listener.isHttp() && takes > idle.micros() && over.target < 0;
        region.later(tooLong ? idle.micros() : takes, () -> {
            groups.replied(node, group, target);
            if (record.isOpen(row)) {
                underway.remove(row, target);
                if (tooLong) {
                    fail(row, Fate.TARGET_504, 504, 0);
                } else {
                    answered(row, over, over.opened == opened, node, target);
                }
            }
        });
    }

    private void answered(int row, Kept over, boolean isSame, int node, int target) {
        backends.answered(node, target, region.nowMicros());
        Service meant = work.serviceOf(row);
        boolean right = scenario.targets.get(target).service() == meant;
        if (isSame) {
            over.lastMicros = region.nowMicros();
            if (!right && !meant.isSurfed()) {
                over.close(region.nowMicros(), ClosedBy.TARGET);
            }
        }
        record.ended(
                row,
                right ? Fate.DELIVERED : Fate.WRONG_404,
                right ? meant.status() : meant.isWeb() ? 404 : 0,
                region.nowMicros());
    }

    /** The process ends: what it was working on is refused, but a datagram is only not answered. */
    void stopped(int target) {
        underway.of(target, row -> {
            underway.remove(row, target);
            refused(row, balancer != Balancer.NLB && work.serviceOf(row).isWeb());
        });
    }

    /** A zone loses its power. */
    void failed(int zone) {
        for (int target = 0; target < scenario.targets.size(); target++) {
            int at = target;
            underway.of(target, row -> lost(row, at, zone));
        }
    }

    /** Nothing comes back from a dark target or by a dark node: a balancer that has power says 504 when its idle time-out is over. */
    private void lost(int row, int target, int zone) {
        boolean isDark =
                record.node(row) == zone || work.senders.get(work.sender[row]).zone() == zone;
        if (!isDark && scenario.targets.get(target).zone() != zone) {
            return;
        }
        underway.remove(row, target);
        boolean balancerTells =
                !isDark && balancer != Balancer.NLB && work.serviceOf(row).isSurfed();
        fail(
                row,
                isDark ? Fate.DARK_ZONE : balancerTells ? Fate.TARGET_504 : Fate.CLIENT_TIMEOUT,
                balancerTells ? 504 : 0,
                balancerTells ? idle.micros() : scenario.connectTimeoutMicros);
    }

    private void refused(int row, boolean isToldByHttp) {
        if (work.serviceOf(row) == Service.GAME) {
            fail(row, Fate.CLIENT_TIMEOUT, 0, scenario.connectTimeoutMicros);
        } else {
            fail(row, Fate.TARGET_502, isToldByHttp ? 502 : 0, 0);
        }
    }

    private void fail(int row, Fate why, int status, long afterMicros) {
        record.ended(row, why, status, region.nowMicros() + afterMicros);
    }
}
