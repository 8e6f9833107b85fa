package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.Simulation;

/** One target: a single server with a queue, first come first served. It can be stopped, started and slowed. */
final class Target {

    /** Its number, from 0. */
    final int index;

    /** Most requests waiting or in service at one time so far. */
    int maxInSystem;

    private final Lane lane;
    private final Simulation simulation;
    private final double speed;
    private final int queueLimit;

    private boolean stopped;
    private Request inService;
    private Request firstWaiting;
    private Request lastWaiting;
    private int waiting;

    /** Microseconds that one microsecond of demand takes at present. */
    private double pace;

    /** Demand of the request in service that was still open when the pace last changed, and when that was. */
    private double openMicros;

    private long openSinceMicros;

    /** The end of service that counts. After an interruption it is another one, so that the old one comes to nothing. */
    private EndOfService endOfService = new EndOfService();

    Target(int index, double speed, int queueLimit, Lane lane, Simulation simulation) {
        this.index = index;
        this.speed = speed;
        this.queueLimit = queueLimit;
        this.lane = lane;
        this.simulation = simulation;
        this.pace = 1 / speed;
    }

    /** Takes a request, or refuses it if the target is stopped, or rejects it if the queue is full. */
    void arrive(Request request) {
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
    void stop() {
        stopped = true;
        if (inService == null) {
            return;
        }
        endOfService = new EndOfService();
        Request failing = inService;
        inService = null;
        leave(failing, Outcome.FAILED);
        while (waiting > 0) {
            leave(nextWaiting(), Outcome.FAILED);
        }
    }

    /** Takes requests again. */
    void start() {
        stopped = false;
    }

    /** Makes service take {@code factor} times as long; of the request in service, only what is still to be done. */
    void slow(double factor) {
        double newPace = factor / speed;
        if (inService != null) {
            long nowMicros = simulation.nowMicros();
            openMicros = Math.max(0, openMicros - (nowMicros - openSinceMicros) / pace);
            openSinceMicros = nowMicros;
            endOfService = new EndOfService();
            simulation.schedule((long) (openMicros * newPace + 0.5), endOfService);
        }
        pace = newPace;
    }

    /** Shows what is here at the end of the run. */
    void showWhatRemains(LaneObserver observer) {
        if (inService != null) {
            observer.remains(inService);
        }
        Request request = firstWaiting;
        for (int shown = 0; shown < waiting; shown++) {
            observer.remains(request);
            request = request.next;
        }
    }

    private void serve(Request request) {
        inService = request;
        request.startMicros = simulation.nowMicros();
        openMicros = request.demandMicros;
        openSinceMicros = request.startMicros;
        simulation.schedule(Math.max(1, (long) (openMicros * pace + 0.5)), endOfService);
    }

    private void complete() {
        Request completed = inService;
        if (waiting > 0) {
            serve(nextWaiting());
        } else {
            inService = null;
        }
        leave(completed, Outcome.COMPLETED);
    }

    private Request nextWaiting() {
        Request request = firstWaiting;
        firstWaiting = request.next;
        waiting--;
        return request;
    }

    private void leave(Request request, Outcome outcome) {
        request.endMicros = simulation.nowMicros();
        request.outcome = outcome;
        lane.left(request);
    }

    private final class EndOfService implements Runnable {
        @Override
        public void run() {
            if (this == endOfService) {
                complete();
            }
        }
    }
}
