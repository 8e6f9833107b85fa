package dev.tilab.cloud;

import java.util.function.Consumer;

/**
 * The network one way. Everything takes the same time, so requests come out in the order in which they went in, and one
 * pending event is enough however many are on their way.
 */
public final class Link {

    private final Region region;
    private final long latencyMicros;
    private final Consumer<Request> receiver;
    private Request first;
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
    private void arrive() {
        Request request = first;
        first = request.next;
        if (--underWay > 0) {
            region.later(first.dueMicros - region.nowMicros(), arrival);
        }
        receiver.accept(request);
    }
}
