package dev.tilab.cloud.balancer;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The load balancer's name and the nodes that it lists: one that cannot be reached is taken out after a while, and put in
 * again as long after it came back. With no node left all are listed, as Amazon Route 53 answers when every record is
 * unhealthy (Developer Guide, "How Amazon Route 53 chooses records when health checking is configured").
 */
final class NodeList implements Zones.Listener {

    private final BalancerSettings settings;
    private final int count;
    private final Detection detection;
    private final NodeState[] states;

    /** Of every node at the start and after every change. */
    private final EventLog.Table changes;

    NodeList(Region region, BalancerSettings settings) {
        this.settings = settings;
        changes = region.log().table("nodes", "node", "nodeState");
        count = settings.zones().size();
        detection = new Detection(region, settings.zones(), settings.detectionMicros(), node -> record());
        states = new NodeState[count];
        record();
        region.zones().tell(this);
    }

    @Override
    public void linksChanged() {
        detection.look();
        record();
    }

    /** Indexes of the nodes that it answers with. */
    List<Integer> listed() {
        return IntStream.range(0, count).filter(this::isListed).boxed().toList();
    }

    private boolean isListed(int node) {
        return detection.isBelieved(node) || IntStream.range(0, count).noneMatch(detection::isBelieved);
    }

    private void record() {
        for (int node = 0; node < count; node++) {
            NodeState now = !isListed(node)
                    ? NodeState.DELISTED
                    : detection.isReachable(node) ? NodeState.LISTED : NodeState.SILENT;
            if (now != states[node]) {
                states[node] = now;
                changes.add(settings.zones().get(node), now.ordinal());
            }
        }
    }
}
