package dev.tilab.cloud.compute;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * What a group does by itself, and a person can suspend (Amazon EC2 Auto Scaling User Guide, "Suspend and resume a process");
 * numbered in the order of {@link #IDS}.
 */
public final class Processes {

    /** Somebody suspends a process. */
    public static final Fault SUSPEND = Fault.of("suspend", "process");

    /** Somebody resumes one. */
    public static final Fault RESUME = Fault.of("resume", "process");

    public static final int LAUNCH = 0;
    public static final int TERMINATE = 1;
    public static final int HEALTH_CHECK = 2;
    public static final int AZ_REBALANCE = 3;
    public static final int ALARM_NOTIFICATION = 4;
    public static final int SCHEDULED_ACTIONS = 5;

    /** Their names in addresses and message keys. */
    public static final List<String> IDS =
            List.of("launch", "terminate", "health-check", "az-rebalance", "alarm-notification", "scheduled-actions");

    private final boolean[] suspended = new boolean[IDS.size()];

    private final List<List<Runnable>> resumed = new ArrayList<>();

    Processes(Region region) {
        for (int process = 0; process < suspended.length; process++) {
            resumed.add(new ArrayList<>());
        }
        region.faults().on(SUSPEND, what -> suspended[what.index()] = true);
        region.faults().on(RESUME, what -> {
            suspended[what.index()] = false;
            resumed.get(what.index()).forEach(Runnable::run);
        });
    }

    /** Has something happen whenever a process is resumed, in the order of these calls. */
    void whenResumed(int process, Runnable action) {
        resumed.get(process).add(action);
    }

    boolean runs(int process) {
        return !suspended[process];
    }
}
