package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Intervention;

/** Does to a lane what people ask for; {@code traffic} is not here, because it changes the demand of all lanes. */
final class Disturbances {

    private final Lane lane;

    Disturbances(Lane lane) {
        this.lane = lane;
    }

    void happen(Intervention what) {
        int index = what.index();
        switch (what.action()) {
            case "stop-instance" -> lane.health.killOldest();
            case "slow-version" -> deploy(what.value());
            case "good-version" -> deploy(1);
            case "desired" -> setDesired((int) StrictMath.rint(what.value()));
            case "suspend" -> lane.processes.suspend(index);
            case "resume" -> resume(index);
            default -> {
                if (index < lane.zones.count) {
                    zone(what.action(), index);
                }
            }
        }
    }

    private void zone(String action, int zone) {
        switch (action) {
            case "fail-zone" -> {
                lane.zones.setDark(zone, true);
                lane.health.killZone(zone);
            }
            case "repair-zone" -> {
                lane.zones.setDark(zone, false);
                lane.rebalancing.checkSoon();
            }
            case "no-capacity" -> lane.zones.setFull(zone, true);
            case "capacity-back" -> {
                lane.zones.setFull(zone, false);
                lane.rebalancing.checkSoon();
            }
            default -> {
                // Everything else happens to no zone.
            }
        }
    }

    /** A new version reaches every instance at once, and a new launch template makes those before it outdated. */
    private void deploy(double slowFactor) {
        lane.slowFactor = slowFactor;
        lane.group.template++;
        lane.capabilityChanges();
    }

    private void setDesired(int wanted) {
        int to = lane.group.clamp(wanted);
        if (lane.policy == Policy.MANUAL && to != lane.group.desired()) {
            lane.group.apply(new Change(to, Cause.MANUAL, 0, 0, 0));
        }
    }

    private void resume(int process) {
        lane.processes.resume(process);
        switch (process) {
            case Processes.LAUNCH -> lane.group.fill(null);
            case Processes.TERMINATE -> {
                lane.group.fill(null);
                lane.health.resume();
            }
            case Processes.HEALTH_CHECK -> lane.health.resume();
            case Processes.AZ_REBALANCE -> lane.rebalancing.checkSoon();
            default -> {
                // Alarms and schedules are looked at again when they come.
            }
        }
    }
}
