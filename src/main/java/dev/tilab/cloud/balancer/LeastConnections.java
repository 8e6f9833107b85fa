package dev.tilab.cloud.balancer;

/**
 * The target with the fewest requests open; among equals in turn, as nginx's {@code least_conn} falls back to its smooth round
 * robin. ALB calls it "least outstanding requests" and does not say what it does among equals. It needs no knowledge of how fast
 * targets are: slow ones fill up.
 */
final class LeastConnections extends LeastValue {

    LeastConnections(TargetGroup group) {
        super(group);
    }

    @Override
    public long value(int target, long nowMicros) {
        return group.connections[target];
    }
}
