package dev.tilab.cloud.balancer;

/** Each target in turn, whatever it has to do: nginx and ALB without weights. Best when requests and targets are alike. */
final class RoundRobin extends Strategy {

    RoundRobin(TargetGroup group) {
        super(group);
    }

    @Override
    protected int pick(int client, long nowMicros) {
        return group.after(last);
    }

    @Override
    protected Reason reasonAmongSeveral(long nowMicros) {
        return Reason.TURN;
    }
}
