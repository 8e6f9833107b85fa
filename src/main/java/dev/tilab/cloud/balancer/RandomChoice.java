package dev.tilab.cloud.balancer;

import dev.tilab.simulation.engine.RandomStream;

/** Any of the eligible targets, all with the same chance: the baseline that the other strategies have to beat. */
final class RandomChoice extends Strategy {

    private final RandomStream random;

    RandomChoice(TargetGroup group, RandomStream random) {
        super(group);
        this.random = random;
    }

    @Override
    protected int pick(int client, long nowMicros) {
        return group.eligible(random.nextInt(group.eligibleCount));
    }

    @Override
    protected Reason reasonAmongSeveral(long nowMicros) {
        return Reason.RANDOM;
    }
}
