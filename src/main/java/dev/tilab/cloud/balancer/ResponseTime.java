package dev.tilab.cloud.balancer;

import java.util.Arrays;

/**
 * The target that promises the earliest reply: its mean response time × (1 + requests open); among equals the next in
 * turn. The arithmetic is that of nginx's {@code least_time last_byte} (ngx_http_upstream_least_time_module, 1.31.5): a
 * moving average of whole milliseconds with weight 0.05, seeded by the first reply; brought up to the next multiple of
 * 20 ms so that near-equals take turns; at most 5000 ms, beyond which targets are equally bad; halved for every 10 s in
 * which nothing was sent there, so that a slow target is tried again. A target without a reply yet counts 20 ms.
 *
 * <p>Unlike nginx, which leaves failures to its passive health check, a request that was refused, dropped or rejected
 * counts as a reply after 5000 ms (assumed): otherwise a target that fails fast would look fast. ALB offers no such
 * algorithm.
 */
final class ResponseTime extends LeastValue {

    static final long FAILURE_MILLIS = 5000;

    private static final long CAP_MILLIS = 5000;
    private static final long BUCKET_MILLIS = 20;
    private static final long HALVING_MICROS = 10_000_000;

    /** Moving average by target, in whole milliseconds; 0 before the first reply. */
    private long[] meanMillis = {};

    /** The bucket of that average. */
    private long[] bucketMillis = {};

    private long[] lastSentMicros = {};

    ResponseTime(TargetGroup group) {
        super(group);
        for (int target = 0; target < group.size; target++) {
            registered(target);
        }
    }

    @Override
    protected void registered(int target) {
        super.registered(target);
        meanMillis = Arrays.copyOf(meanMillis, group.size);
        bucketMillis = Arrays.copyOf(bucketMillis, group.size);
        lastSentMicros = Arrays.copyOf(lastSentMicros, group.size);
        meanMillis[target] = 0;
        bucketMillis[target] = bucket(0);
        lastSentMicros[target] = 0;
    }

    @Override
    public void sent(int target, long nowMicros) {
        lastSentMicros[target] = nowMicros;
    }

    @Override
    public void replied(int target, long responseMicros, boolean completed) {
        meanMillis[target] = average(meanMillis[target], completed ? responseMicros / 1000 : FAILURE_MILLIS);
        bucketMillis[target] = bucket(meanMillis[target]);
    }

    /** The score in milliseconds. */
    @Override
    public long value(int target, long nowMicros) {
        long unseenMicros = nowMicros - lastSentMicros[target];
        long millis =
                unseenMicros < HALVING_MICROS ? bucketMillis[target] : bucket(halved(meanMillis[target], unseenMicros));
        return millis * (1 + group.connections[target]);
    }

    /** The average after one more reply; 0 stands for none so far. */
    static long average(long meanMillis, long millis) {
        return meanMillis == 0 ? millis : (long) (0.5 + (millis * 0.05 + meanMillis * 0.95));
    }

    /** The average of a target to which nothing was sent for so long. */
    static long halved(long meanMillis, long unseenMicros) {
        return meanMillis >> Math.min(63, unseenMicros / HALVING_MICROS);
    }

    /** The next multiple of 20 ms above, at most 5000 ms. */
    static long bucket(long millis) {
        return Math.min(CAP_MILLIS, millis + BUCKET_MILLIS - millis % BUCKET_MILLIS);
    }
}
