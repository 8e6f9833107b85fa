package dev.tilab.cloud.traffic;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.Target;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Those who ask through a load balancer: each asks the node whose address he holds, the node passes the request to one of the targets
 * that it believes healthy. What gets stuck on its way there or back ends for its user when he has waited long enough. Only the
 * targets try anything a second time: nobody asks again by himself, as what he would do then is not known of any user.
 */
public final class Users {

    /** Told of every request where it comes to, and once how it ends. */
    public interface Listener {

        /**
         * The request is on its way.
         *
         * @param zone of the node that was asked
         * @param target number of the one that the node chose; −1 if it came to none
         */
        void came(Request request, int zone, int target);

        /**
         * Its user knows what became of it, or has waited long enough.
         *
         * @param stuck what kept it from being answered; null if it was
         */
        void ended(Request request, Outcome how, @Nullable Place stuck);
    }

    private final Region region;
    private final LoadBalancer balancer;
    private final Resolvers resolvers;
    private final long timeoutMicros;
    private final Listener listener;

    /**
     * @param users how many there are: {@link Request#client} says which
     * @param ttlMicros how long each keeps the address of a node
     * @param timeoutMicros how long each waits for an answer; whoever is behind the targets answers within that time
     */
    public Users(
            Region region, LoadBalancer balancer, int users, long ttlMicros, long timeoutMicros, Listener listener) {
        this.region = region;
        this.balancer = balancer;
        this.timeoutMicros = timeoutMicros;
        this.listener = listener;
        resolvers = new Resolvers(region, balancer, users, ttlMicros);
    }

    /** A user asks for something. */
    public void ask(Request request) {
        new Way(request).go();
    }

    /** A request's way there and back. */
    private final class Way implements Consumer<Outcome> {

        private final Zones zones = region.zones();
        private final Request request;
        private final long askedMicros = region.nowMicros();
        private final int node;
        private final int zone;
        /** The one that the node has chosen, from then on. */
        @SuppressWarnings("NullAway.Init")
        private Target target;

        /** Whether the node waits for an answer of the target. */
        private boolean isOpen;

        Way(Request request) {
            this.request = request;
            node = resolvers.node(request.client);
            zone = balancer.zoneOf(node);
        }

        void go() {
            boolean reachesNode = zones.connects(Zones.OUTSIDE, zone);
            request.target = reachesNode ? balancer.choose(node, request.client) : -1;
            listener.came(request, zone, request.target);
            if (!reachesNode) {
                waitsInVain(Place.NODE);
            } else if (request.target < 0) {
                // By an event of its own: whoever asks is not told before he has asked.
                region.later(0, () -> listener.ended(request, Outcome.NO_CONNECTION, Place.NODE));
            } else {
                passOn();
            }
        }

        private void passOn() {
            target = balancer.target(request.target);
            balancer.sent(node, request.target);
            isOpen = true;
            if (zones.connects(zone, target.zone())) {
                Objects.requireNonNull(target.service()).ask(request, this);
            } else {
                waitsInVain(Place.TARGET);
            }
        }

        /** The target has an answer, which gets to the user unless what lies between has gone meanwhile. */
        @Override
        public void accept(Outcome how) {
            boolean reachesUser = zones.connects(Zones.OUTSIDE, zone);
            boolean reachesNode = zones.connects(zone, target.zone());
            if (reachesNode) {
                close(how == Outcome.COMPLETED);
            }
            if (!reachesUser || !reachesNode) {
                waitsInVain(reachesUser ? Place.TARGET : Place.NODE);
            } else {
                listener.ended(request, how, how == Outcome.COMPLETED ? null : Place.BEHIND);
            }
        }

        private void waitsInVain(Place where) {
            region.later(Math.max(0, askedMicros + timeoutMicros - region.nowMicros()), () -> {
                close(false);
                listener.ended(request, Outcome.TIMED_OUT, where);
            });
        }

        /** The node waits for the target no longer. */
        private void close(boolean completed) {
            if (isOpen) {
                isOpen = false;
                balancer.replied(node, request.target, region.nowMicros() - askedMicros, completed);
            }
        }
    }
}
