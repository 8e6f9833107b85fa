package dev.tilab.cloud;

import dev.tilab.simulation.lab.Parameter;
import java.util.function.Consumer;

/**
 * The network one way. Everything takes the same time, so requests come out in the order in which they went in, and one
 * pending event is enough however many are on their way.
 */
public final class Link {

    /** How long one way takes. */
    public static final Parameter LATENCY = Parameter.duration("latency", "0s", "0s", "1s", null);

    private final Region region;
    private final long latencyMicros;
    private final Consumer<Request> receiver;
    /** As many as are under way, strung together; nothing that counts where none is. */
    @SuppressWarnings("NullAway.Init")
    private Request first;

    @SuppressWarnings("NullAway.Init")
    private Request last;

    private int underWay;
    private final Runnable arrival = this::arrive;

    /** @param receiver who is at the other end */
    public Link(Region region, long latencyMicros, Consumer<Request> receiver) {
        this.region = region;
        this.latencyMicros = latencyMicros;
        this.receiver = receiver;
    }

    /** Takes a request to the other end; at once where there is no latency. */
    public void send(Request request) {
        if (latencyMicros == 0) {
            receiver.accept(request);
            return;
        }
        request.dueMicros = region.nowMicros() + latencyMicros;
        if (underWay++ == 0) {
            first = request;
            region.later(latencyMicros, arrival);
        } else {
            last.next = request;
        }
        last = request;
    }

    /** The first request comes out. */
    @SuppressWarnings("NullAway")
    private void arrive() {
        Request request = first;
        first = request.next;
        if (--underWay > 0) {
            region.later(first.dueMicros - region.nowMicros(), arrival);
        }
        receiver.accept(request);
    }
}
