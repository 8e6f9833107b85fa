package dev.tilab.labs.loadbalancing;

/** Each target in turn, whatever it has to do: nginx and ALB without weights. Best when requests and targets are alike. */
final class RoundRobin extends Strategy {

    RoundRobin(TargetGroup group) {
        super(group);
    }

    @Override
    int pick(int client, long nowMicros) {
        reason = Reason.TURN;
        return group.after(last);
    }
}
