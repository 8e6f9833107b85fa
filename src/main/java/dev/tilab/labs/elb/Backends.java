package dev.tilab.labs.elb;

import java.util.Arrays;

/**
 * The connections that a layer-7 balancer keeps to its targets. An application that closes them sooner than the balancer does gets a
 * request now and then while it closes: AWS asks for a keep-alive longer than the idle time-out (Application Load Balancers,
 * "Troubleshoot": HTTP 502).
 */
final class Backends {

    /** For so long an application closes, and a request meets that; assumed. One connection of each node to each target, too. */
    private static final long CLOSING_MICROS = 250_000;

    private static final long NEVER = -1;

    private final ElbScenario scenario;
    private final Balancer balancer;
    private final boolean isShorter;

    /** When the last answer came, by node and target; {@link #NEVER} without a connection. */
    private final long[] lastMicros;

    Backends(ElbScenario scenario, Balancer balancer) {
        this.scenario = scenario;
        this.balancer = balancer;
        isShorter = balancer != Balancer.NLB && scenario.keepAliveMicros < scenario.idleMicros(balancer);
        lastMicros = new long[2 * scenario.targets.size()];
        Arrays.fill(lastMicros, NEVER);
    }

    boolean isClosing(int node, int target, long nowMicros) {
        long last = lastMicros[node * scenario.targets.size() + target];
        long quiet = nowMicros - last - scenario.keepAliveMicros;
        return isShorter && last != NEVER && quiet >= 0 && quiet < CLOSING_MICROS;
    }

    void answered(int node, int target, long atMicros) {
        lastMicros[node * scenario.targets.size() + target] = atMicros;
    }

    /** A Classic Load Balancer says 504 (AWS, Classic Load Balancers, "Troubleshoot": HTTP 504, registered instances close). */
    Fate cause() {
        return balancer == Balancer.CLB ? Fate.TARGET_504 : Fate.TARGET_502;
    }

    int status() {
        return balancer == Balancer.CLB ? 504 : 502;
    }
}
