package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;

/**
 * The answers that senders hold of a balancer's name: each asks again when he needs one and the TTL of his is over. At first each
 * has asked at some instant within the TTL before the beginning; the partner has written down the first address for ever.
 */
final class Resolvers {

    private final Region region;
    private final Doors doors;
    private final Workload work;
    private final long ttlMicros;
    private final int[] answer;
    private final long[] untilMicros;

    Resolvers(Region region, Doors doors, Workload work, long ttlMicros) {
        this.region = region;
        this.doors = doors;
        this.work = work;
        this.ttlMicros = ttlMicros;
        int senders = work.senders.size();
        answer = new int[senders];
        untilMicros = new long[senders];
        RandomStream phases = region.stream("dns-phase", 0);
        for (int sender = 0; sender < senders; sender++) {
            untilMicros[sender] = isPinned(sender) ? Long.MAX_VALUE : (long) (ttlMicros * phases.nextDouble());
        }
    }

    private boolean isPinned(int sender) {
        return work.senders.get(sender).kind() == SenderKind.PARTNER;
    }

    /** What this sender holds for an answer now. */
    Doors.Answer answer(int sender) {
        if (region.nowMicros() >= untilMicros[sender]) {
            answer[sender] = doors.current();
            untilMicros[sender] = region.nowMicros() + ttlMicros;
        }
        return doors.answer(answer[sender]);
    }

    /** Which of the answer's addresses a connection tries first. */
    int place(int connection, Doors.Answer held) {
        return isPinned(work.connectionSender[connection]) ? 0 : (int) (work.pick[connection] * held.nodes().length);
    }

    /** How many addresses the sender could try one after the other. */
    int choices(int sender, Doors.Answer held) {
        return isPinned(sender) ? 1 : held.nodes().length;
    }
}
