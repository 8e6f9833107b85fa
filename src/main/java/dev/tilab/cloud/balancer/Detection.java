package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What is believed of a balancer's nodes from outside: that one cannot be reached any more, or can again, is believed a while after it
 * is so, unless it has changed back meanwhile.
 */
public final class Detection {

    private final Region region;
    private final List<Integer> zones;
    private final long delayMicros;
    private final IntConsumer whenBelieved;
    private final boolean[] reachable;
    private final boolean[] believed;

    /** How often each node went or came back: what was to be believed of it before is so no longer. */
    private final int[] turns;

    /**
     * @param zones where the nodes are, from 0; all can be reached at first
     * @param whenBelieved told of a node of which another thing is believed now
     */
    public Detection(Region region, List<Integer> zones, long delayMicros, IntConsumer whenBelieved) {
        this.region = region;
        this.zones = List.copyOf(zones);
        this.delayMicros = delayMicros;
        this.whenBelieved = whenBelieved;
        reachable = new boolean[zones.size()];
        believed = new boolean[zones.size()];
        turns = new int[zones.size()];
        Arrays.fill(reachable, true);
        Arrays.fill(believed, true);
    }

    /** To be called whenever something has happened to the zones. */
    public void look() {
        for (int node = 0; node < reachable.length; node++) {
            boolean now = region.zones().connects(Zones.OUTSIDE, zones.get(node));
            if (now != reachable[node]) {
                reachable[node] = now;
                int turn = ++turns[node];
                int which = node;
                region.later(delayMicros, () -> {
                    if (turns[which] == turn && believed[which] != now) {
                        believed[which] = now;
                        whenBelieved.accept(which);
                    }
                });
            }
        }
    }

    /** Whether a node can be reached. */
    public boolean isReachable(int node) {
        return reachable[node];
    }

    /** Whether it is believed that it can. */
    public boolean isBelieved(int node) {
        return believed[node];
    }
}
