package dev.tilab.cloud.compute;

import dev.tilab.cloud.Endpoint;
import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.simulation.lab.Parameter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A single server with a queue, first come first served. It can be stopped, started and slowed. Where its work depends on somebody
 * else, it asks him once its own part is done, and is kept by the request until he answers: so it feels how slow he is.
 */
public final class Server {

    /** It refuses everything. */
    public static final Fault STOP = Fault.of("stop", "target");

    /** It takes requests again. */
    public static final Fault START = Fault.of("start", "target");

    /** Its service takes so many times as long. */
    public static final Fault SLOW = Fault.of("slow", "target", 1, 20, 3.5);

    /** Most requests that may wait. */
    public static final Parameter QUEUE_LIMIT = Parameter.integer("queueLimit", "10000", "0", "100000", null);

    private final Region region;
    private final Consumer<Request> whenLeft;
    private final double speed;
    private final int queueLimit;

    private int maxInSystem;
    private boolean stopped;
    /** There while a service goes on, and so when it ends. */
    private @Nullable Request inService;

    /** As many as wait, strung together; nothing that counts where none does. */
    @SuppressWarnings("NullAway.Init")
    private Request firstWaiting;

    @SuppressWarnings("NullAway.Init")
    private Request lastWaiting;

    private int waiting;

    /** Microseconds that one microsecond of demand takes at present. */
    private double pace;

    /** Demand of the request in service that was still open when the pace last changed, and when that was. */
    private double openMicros;

    private long openSinceMicros;

    /** Whom it asks before a request is served; null for nobody. */
    private @Nullable Endpoint downstream;

    /** Whether its own part of the request in service is done and it waits for the answer. */
    private boolean asking;

    /** Counts services: an answer to one that is over comes to nothing. */
    private long services;

    /** The end of service that counts. After an interruption it is another one, so that the old one comes to nothing. */
    private EndOfService endOfService = new EndOfService();

    /**
     * @param speed microseconds of demand that it serves in one
     * @param queueLimit most requests that may wait; further ones are rejected
     * @param whenLeft told of every request that leaves it, served or not
     */
    public Server(Region region, double speed, int queueLimit, Consumer<Request> whenLeft) {
        this.region = region;
        this.speed = speed;
        this.queueLimit = queueLimit;
        this.whenLeft = whenLeft;
        this.pace = 1 / speed;
    }

    /** Every request needs an answer of this one too from now on. */
    public void dependOn(Endpoint other) {
        downstream = other;
    }

    /** Has interventions {@code stop}, {@code start} and {@code slow} happen to the server of their number. */
    public static void disturb(Region region, List<Server> servers) {
        region.faults().on(STOP, what -> servers.get(what.index()).stop());
        region.faults().on(START, what -> servers.get(what.index()).start());
        region.faults().on(SLOW, what -> servers.get(what.index()).slow(what.value()));
    }

    /** Most requests waiting or in service at one time so far, or since it was measured anew. */
    public int maxInSystem() {
        return maxInSystem;
    }

    /** What was before is no longer in its figures: a run begins with what is here. */
    public void measureFromNow() {
        maxInSystem = inService == null ? 0 : waiting + 1;
    }

    /** Whether it works on a request; while it waits for somebody else it does not. */
    public boolean isWorking() {
        return inService != null && !asking;
    }

    /** Takes a request, or refuses it if the server is stopped, or rejects it if the queue is full. */
    public void arrive(Request request) {
        if (stopped) {
            leave(request, Outcome.FAILED);
        } else if (inService == null) {
            maxInSystem = Math.max(maxInSystem, 1);
            serve(request);
        } else if (waiting == queueLimit) {
            leave(request, Outcome.REJECTED);
        } else {
            if (waiting++ == 0) {
                firstWaiting = request;
            } else {
                lastWaiting.next = request;
            }
            lastWaiting = request;
            maxInSystem = Math.max(maxInSystem, waiting + 1);
        }
    }

    /** Refuses everything from now on; what is in service and what waits fails at once. */
    public void stop() {
        stopped = true;
        if (inService == null) {
            return;
        }
        endOfService = new EndOfService();
        Request failing = inService;
        inService = null;
        asking = false;
        leave(failing, Outcome.FAILED);
        while (waiting > 0) {
            leave(nextWaiting(), Outcome.FAILED);
        }
    }

    /** Takes requests again. */
    public void start() {
        stopped = false;
    }

    /** Makes service take {@code factor} times as long; of the request in service, only what is still to be done. */
    public void slow(double factor) {
        double newPace = factor / speed;
        if (inService != null && !asking) {
            long nowMicros = region.nowMicros();
            openMicros = Math.max(0, openMicros - (nowMicros - openSinceMicros) / pace);
            openSinceMicros = nowMicros;
            endOfService = new EndOfService();
            region.later((long) (openMicros * newPace + 0.5), endOfService);
        }
        pace = newPace;
    }

    /** Shows every request that is here: the one in service, then those that wait. */
    @SuppressWarnings("NullAway")
    public void present(Consumer<Request> observer) {
        if (inService != null) {
            observer.accept(inService);
        }
        Request request = firstWaiting;
        for (int shown = 0; shown < waiting; shown++) {
            observer.accept(request);
            request = request.next;
        }
    }

    private void serve(Request request) {
        inService = request;
        services++;
        request.startMicros = region.nowMicros();
        openMicros = request.demandMicros;
        openSinceMicros = request.startMicros;
        region.later(Math.max(1, (long) (openMicros * pace + 0.5)), endOfService);
    }

    @SuppressWarnings("NullAway")
    private void done() {
        if (downstream == null) {
            end(Outcome.COMPLETED);
            return;
        }
        asking = true;
        long mine = services;
        downstream.ask(inService, how -> {
            if (asking && mine == services) {
                asking = false;
                end(how);
            }
        });
    }

    @SuppressWarnings("NullAway")
    private void end(Outcome outcome) {
        Request served = inService;
        if (waiting > 0) {
            serve(nextWaiting());
        } else {
            inService = null;
        }
        leave(served, outcome);
    }

    @SuppressWarnings("NullAway")
    private Request nextWaiting() {
        Request request = firstWaiting;
        firstWaiting = request.next;
        waiting--;
        return request;
    }

    private void leave(Request request, Outcome outcome) {
        request.endMicros = region.nowMicros();
        request.outcome = outcome;
        whenLeft.accept(request);
    }

    private final class EndOfService implements Runnable {
        @Override
        public void run() {
            if (this == endOfService) {
                done();
            }
        }
    }
}
