package dev.tilab.cloud.balancer;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The load balancer's name and the nodes that it lists: one that cannot be reached is taken out after a while, and put in
 * again as long after it came back. With no node left all are listed, as Amazon Route 53 answers when every record is
 * unhealthy (Developer Guide, "How Amazon Route 53 chooses records when health checking is configured").
 */
final class NodeList implements Zones.Listener {

    private final BalancerSettings settings;
    private final Region region;
    private final Zones zones;
    private final int count;
    private final boolean[] reachable;
    private final boolean[] believed;

    /** How often each node went or came back: what was decided about it before holds no longer. */
    private final int[] turns;

    private final NodeState[] states;

    /** Of every node at the start and after every change. */
    private final EventLog.Table changes;

    NodeList(Region region, BalancerSettings settings) {
        this.settings = settings;
        this.region = region;
        zones = region.zones();
        changes = region.log().table("nodes", "node", "nodeState");
        count = settings.zones().size();
        reachable = new boolean[count];
        believed = new boolean[count];
        turns = new int[count];
        states = new NodeState[count];
        Arrays.fill(reachable, true);
        Arrays.fill(believed, true);
        record();
        zones.tell(this);
    }

    @Override
    public void linksChanged() {
        for (int node = 0; node < count; node++) {
            boolean now = zones.connects(Zones.OUTSIDE, settings.zones().get(node));
            if (now != reachable[node]) {
                reachable[node] = now;
                int turn = ++turns[node];
                int which = node;
                region.later(settings.detectionMicros(), () -> {
                    if (turns[which] == turn) {
                        believed[which] = now;
                        record();
                    }
                });
            }
        }
        record();
    }

    /** Indexes of the nodes that it answers with. */
    List<Integer> listed() {
        return IntStream.range(0, count).filter(this::isListed).boxed().toList();
    }

    private boolean isListed(int node) {
        return believed[node] || IntStream.range(0, count).noneMatch(each -> believed[each]);
    }

    private void record() {
        for (int node = 0; node < count; node++) {
            NodeState now =
                    !isListed(node) ? NodeState.DELISTED : reachable[node] ? NodeState.LISTED : NodeState.SILENT;
            if (now != states[node]) {
                states[node] = now;
                changes.add(settings.zones().get(node), now.ordinal());
            }
        }
    }
}
