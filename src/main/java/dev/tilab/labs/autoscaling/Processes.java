package dev.tilab.labs.autoscaling;

/**
 * What a group does by itself, and a person can suspend (Amazon EC2 Auto Scaling User Guide, "Suspend and resume a process");
 * numbered in the order in which the parameters list them.
 */
final class Processes {

    static final int LAUNCH = 0;
    static final int TERMINATE = 1;
    static final int HEALTH_CHECK = 2;
    static final int AZ_REBALANCE = 3;
    static final int ALARM_NOTIFICATION = 4;
    static final int SCHEDULED_ACTIONS = 5;

    private final boolean[] suspended = new boolean[6];

    void suspend(int process) {
        suspended[process] = true;
    }

    void resume(int process) {
        suspended[process] = false;
    }

    boolean runs(int process) {
        return !suspended[process];
    }
}
