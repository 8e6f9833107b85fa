package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.Simulation;
import java.util.function.Consumer;

/**
 * The network one way. Everything takes the same time, so requests come out in the order in which they went in, and one
 * pending event is enough however many are on their way.
 */
final class Link implements Runnable {

    private final Simulation simulation;
    private final long latencyMicros;
    private final Consumer<Request> receiver;
    private Request first;
    private Request last;
    private int underWay;

    Link(Simulation simulation, long latencyMicros, Consumer<Request> receiver) {
        this.simulation = simulation;
        this.latencyMicros = latencyMicros;
        this.receiver = receiver;
    }

    /** Takes a request to the other end; at once where there is no latency. */
    void send(Request request) {
        if (latencyMicros == 0) {
            receiver.accept(request);
            return;
        }
        request.dueMicros = simulation.nowMicros() + latencyMicros;
        if (underWay++ == 0) {
            first = request;
            simulation.schedule(latencyMicros, this);
        } else {
            last.next = request;
        }
        last = request;
    }

    /** The first request comes out. */
    @Override
    public void run() {
        Request request = first;
        first = request.next;
        if (--underWay > 0) {
            simulation.schedule(first.dueMicros - simulation.nowMicros(), this);
        }
        receiver.accept(request);
    }
}
