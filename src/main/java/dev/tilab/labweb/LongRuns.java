package dev.tilab.labweb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of long runs and those who compute them. Clients take turns: whoever has one thing computed stands behind all
 * others for the next, so that twenty requests of one make another wait for one of them and not for twenty.
 */
final class LongRuns implements AutoCloseable {

    private static final int MOST_OF_A_CLIENT = 8;
    private static final int MOST = 200;
    private static final int RETRY_SECONDS = 10;

    private final int mostOfAClient;
    private final int most;
    private final RightOfWay way;
    private final List<Thread> workers = new ArrayList<>();

    /** Whose turn is next comes first; nobody is in it without a run that waits. */
    private final Map<String, Deque<LongRun<?>>> waiting = new LinkedHashMap<>();

    private final Set<LongRun<?>> computing = new HashSet<>();
    private int count;
    private boolean closed;

    /**
     * @param workers runs at once; fewer than the machine has processors, where it has more than one
     * @param mostOfAClient most runs of one client that wait
     * @param most most runs that wait
     * @param way those who are answered, and go first
     */
    LongRuns(int workers, int mostOfAClient, int most, RightOfWay way) {
        this.mostOfAClient = mostOfAClient;
        this.most = most;
        this.way = way;
        for (int worker = 1; worker <= workers; worker++) {
            Thread thread = new Thread(this::work, "long-run-" + worker);
            thread.setDaemon(true);
            thread.start();
            this.workers.add(thread);
        }
    }

    static LongRuns withWorkers(int workers, RightOfWay way) {
        return new LongRuns(workers, MOST_OF_A_CLIENT, MOST, way);
    }

    /**
     * Puts something into the queue.
     *
     * @param client whose turn it takes: an address
     * @param nanos what it is expected to cost
     * @throws TooManyRunsException if the client has too many there already
     * @throws BusyException if the queue is full
     */
    synchronized <T> LongRun<T> submit(String client, long nanos, Supplier<T> work) {
        Deque<LongRun<?>> own = waiting.getOrDefault(client, new ArrayDeque<>());
        if (own.size() >= mostOfAClient) {
            throw new TooManyRunsException(mostOfAClient, RETRY_SECONDS);
        }
        if (count >= most || closed) {
            throw new BusyException(RETRY_SECONDS);
        }
        LongRun<T> run = new LongRun<>(this, client, nanos, work, way.pauses());
        own.add(run);
        waiting.put(client, own);
        count++;
        notifyAll();
        return run;
    }

    private void work() {
        for (LongRun<?> run = next(); run != null; run = next()) {
            way.compute(run::compute);
            over(run);
        }
    }

    private synchronized void over(LongRun<?> run) {
        computing.remove(run);
    }

    /** Waits for a run; null when there will be none any more. */
    private synchronized @Nullable LongRun<?> next() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException stopping) {
            return null;
        }
        if (closed) {
            return null;
        }
        Map.Entry<String, Deque<LongRun<?>>> first =
                waiting.entrySet().iterator().next();
        String client = first.getKey();
        Deque<LongRun<?>> own = first.getValue();
        LongRun<?> run = own.remove();
        // Behind the others, so that clients take turns.
        waiting.remove(client);
        if (!own.isEmpty()) {
            waiting.put(client, own);
        }
        count--;
        computing.add(run);
        return run;
    }

    /** Takes a run out of the queue; false if it is not in it any more. */
    synchronized boolean remove(LongRun<?> run) {
        Deque<LongRun<?>> own = waiting.get(run.client);
        if (own == null || !own.remove(run)) {
            return false;
        }
        if (own.isEmpty()) {
            waiting.remove(run.client);
        }
        count--;
        return true;
    }

    /** How many are begun before this one, by the order of turns as it is now; 0 if it is not in the queue. */
    synchronized int position(LongRun<?> run) {
        List<LongRun<?>> ownRuns = List.copyOf(waiting.getOrDefault(run.client, new ArrayDeque<>()));
        int round = ownRuns.indexOf(run);
        if (round < 0) {
            return 0;
        }
        int before = round;
        boolean isBehind = false;
        for (Map.Entry<String, Deque<LongRun<?>>> each : waiting.entrySet()) {
            if (each.getKey().equals(run.client)) {
                isBehind = true;
            } else {
                before += Math.min(each.getValue().size(), isBehind ? round : round + 1);
            }
        }
        return before;
    }

    /** Ends the workers, and what they compute with them. */
    @Override
    public synchronized void close() {
        closed = true;
        List<LongRun<?>> left =
                waiting.values().stream().<LongRun<?>>flatMap(Deque::stream).toList();
        left.forEach(LongRun::cancel);
        computing.forEach(LongRun::cancel);
        notifyAll();
    }
}
