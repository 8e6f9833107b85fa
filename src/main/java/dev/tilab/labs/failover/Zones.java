package dev.tilab.labs.failover;

import dev.tilab.simulation.lab.Intervention;

/** Three availability zones: which have power, and which are reachable from elsewhere. */
final class Zones {

    /** Stands for everything that is in no zone. */
    static final int OUTSIDE = -1;

    private final boolean[] dark = new boolean[FailoverParameters.ZONES.size()];
    private final boolean[] cut = new boolean[dark.length];

    void fail(int zone) {
        dark[zone] = true;
    }

    void cut(int zone) {
        cut[zone] = true;
    }

    void repair(int zone) {
        dark[zone] = false;
        cut[zone] = false;
    }

    /** Does to a zone what the intervention says; false if it is not about zones. */
    boolean happen(Intervention intervention) {
        switch (intervention.action()) {
            case "fail-zone" -> fail(intervention.index());
            case "cut-zone" -> cut(intervention.index());
            case "repair-zone" -> repair(intervention.index());
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isDark(int zone) {
        return zone != OUTSIDE && dark[zone];
    }

    boolean isCut(int zone) {
        return zone != OUTSIDE && cut[zone];
    }

    Words.ZoneState state(int zone) {
        return dark[zone] ? Words.ZoneState.DARK : cut[zone] ? Words.ZoneState.CUT : Words.ZoneState.UP;
    }

    /** Whether a message gets from one zone to another. */
    boolean connects(int from, int to) {
        return !isDark(from) && !isDark(to) && (from == to || !isCut(from) && !isCut(to));
    }
}
