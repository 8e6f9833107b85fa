package dev.tilab.cloud.balancer;

/**
 * The target with the fewest requests open; among equals the next in turn, as nginx's {@code least_conn} falls back to
 * its round robin. ALB calls it "least outstanding requests". It needs no knowledge of how fast targets are: slow ones
 * fill up.
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
