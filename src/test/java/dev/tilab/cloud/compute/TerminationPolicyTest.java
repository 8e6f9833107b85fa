package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.HOUR;
import static dev.tilab.cloud.compute.Groups.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.TerminationPolicy.Candidate;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** "Termination policies", step by step. */
class TerminationPolicyTest {

    private static final long NOW = 10 * HOUR;

    /** Runs since so many minutes. */
    private static Candidate candidate(int number, int zone, int template, long minutes) {
        return new Candidate(number, zone, template, NOW - minutes * MINUTE - 20, NOW - minutes * MINUTE);
    }

    /** Every number that may be chosen. */
    private static Set<Integer> chosen(TerminationPolicy policy, Candidate... candidates) {
        RandomStream random = new RandomStreams(1).stream("termination", 0);
        Set<Integer> numbers = new TreeSet<>();
        for (int each = 0; each < 200; each++) {
            numbers.add(policy.choose(List.of(candidates), NOW, random).number());
        }
        return numbers;
    }

    @Test
    void theZoneWithMostInstancesComesFirstWhateverThePolicy() {
        Candidate[] candidates = {
            candidate(1, 0, 1, 600), candidate(2, 1, 2, 50), candidate(3, 1, 2, 10), candidate(4, 2, 1, 1)
        };
        for (TerminationPolicy policy : TerminationPolicy.values()) {
            assertThat(chosen(policy, candidates)).as(policy.id).isSubsetOf(2, 3);
        }
    }

    @Test
    void amongBalancedZonesThePolicyLooksAtAll() {
        assertThat(chosen(TerminationPolicy.OLDEST_INSTANCE, candidate(1, 0, 1, 10), candidate(2, 1, 1, 20)))
                .containsExactly(2);
    }

    @Test
    void thenTheOldestTemplateEvenIfAnotherIsCloserToItsNextHour() {
        assertThat(chosen(
                        TerminationPolicy.DEFAULT,
                        candidate(1, 0, 2, 59),
                        candidate(2, 0, 1, 10),
                        candidate(3, 0, 1, 20)))
                .containsExactly(3);
    }

    @Test
    void thenTheOneClosestToItsNextHour() {
        assertThat(chosen(
                        TerminationPolicy.DEFAULT,
                        candidate(1, 0, 1, 61),
                        candidate(2, 0, 1, 55),
                        candidate(3, 0, 1, 179),
                        candidate(4, 0, 1, 120)))
                .containsExactly(3);
    }

    /** Guards against "default is the oldest": it is not, and what is equal goes by chance. */
    @Test
    void thenChance() {
        assertThat(chosen(
                        TerminationPolicy.DEFAULT,
                        candidate(1, 0, 1, 30),
                        candidate(2, 0, 1, 90),
                        candidate(3, 0, 1, 30)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void anInstanceThatDoesNotRunYetHasItsWholeHourBeforeIt() {
        assertThat(chosen(TerminationPolicy.DEFAULT, new Candidate(1, 0, 1, NOW - 5, -1), candidate(2, 0, 1, 1)))
                .containsExactly(2);
    }

    @Test
    void theOtherPoliciesAskOneQuestion() {
        Candidate[] candidates = {candidate(1, 0, 2, 119), candidate(2, 0, 1, 30), candidate(3, 0, 2, 200)};
        assertThat(chosen(TerminationPolicy.OLDEST_INSTANCE, candidates)).containsExactly(3);
        assertThat(chosen(TerminationPolicy.NEWEST_INSTANCE, candidates)).containsExactly(2);
        assertThat(chosen(TerminationPolicy.CLOSEST_TO_NEXT_INSTANCE_HOUR, candidates))
                .containsExactly(1);
        assertThat(chosen(TerminationPolicy.OLDEST_LAUNCH_TEMPLATE, candidates)).containsExactly(2);
    }
}
