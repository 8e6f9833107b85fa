package dev.tilab.labs.elb;

import static dev.tilab.labs.elb.Runs.failed;
import static dev.tilab.labs.elb.Runs.figures;
import static dev.tilab.labs.elb.Runs.lane;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes find out about targets, when, and what they do then. */
class HealthTest {

    private static final String ALL =
            "40s:stop:target-1,40s:stop:target-2,40s:stop:target-3,40s:stop:target-4,40s:stop:target-5,"
                    + "40s:stop:target-6,40s:stop:target-7,40s:stop:target-8,40s:stop:target-9,40s:stop:target-10";

    /** AWS's formula for who falls silent; a process that stopped refuses at once, so its time-out is not waited for. */
    @ParameterizedTest
    @CsvSource({"stop:target-3, 10, 20", "fail-zone:az-b, 15, 25"})
    void aTargetIsOutAfterSomeIntervals(String what, double least, double most) {
        for (int seed = 1; seed <= 20; seed++) {
            Lane run = lane("balancers=alb|at=40s:" + what + "|seed=" + seed);
            int target = what.startsWith("stop") ? 2 : 3;
            for (long[] row : run.health()) {
                if (row[2] == target && row[3] == Lane.UNHEALTHY && row[5] == 0 && row[1] == 0) {
                    assertThat(row[0] / 1e6 - 40).isBetween(least, most);
                }
            }
            assertThat(run.health()).anyMatch(row -> row[2] == target && row[3] == Lane.UNHEALTHY);
        }
    }

    /** With AWS's defaults 35 to 65 s. */
    @Test
    void withDefaultsASilentTargetIsOutAfter35To65Seconds() {
        for (int seed = 1; seed <= 20; seed++) {
            Lane run = lane("balancers=alb|healthCheckInterval=30s|at=40s:shut:api|seed=" + seed);
            assertThat(run.health().stream().filter(row -> row[3] == Lane.UNHEALTHY && row[5] == 0))
                    .isNotEmpty()
                    .allMatch(row -> row[0] >= 75_000_000 && row[0] <= 105_000_000);
        }
    }

    /** Guards against traffic to who is known to be ill while others are well. */
    @ParameterizedTest
    @ValueSource(strings = {"alb", "nlb", "clb"})
    void onceItIsKnownNoLetterGoesThere(String balancer) {
        Lane run = lane("balancers=" + balancer + "|browsers=20|connectionMean=2s|at=40s:stop:target-4");

        double out = new LaneFigures(run).summary().outAfterSeconds();
        long failures = 0;
        for (int row = 0; row < run.work.rows(); row++) {
            if (run.record.target(row) == 3 && run.work.atMicros[row] >= 40_000_000) {
                failures++;
                assertThat(run.work.atMicros[row]).isLessThanOrEqualTo((long) (40_000_000 + out * 1e6));
            }
        }
        assertThat(failures).isPositive();
        assertThat(new LaneFigures(run).summary().failedAfterKnown()).isZero();
    }

    /** All ill: an Application and a Network Load Balancer send to them nevertheless, a Classic one says 503; 503 is for nobody at all. */
    @Test
    void withNobodyHealthyTheyFailOpenButAClassicOneCloses() {
        LaneSummary alb = figures("balancers=alb|at=" + ALL);
        LaneSummary nlb = figures("balancers=nlb|at=" + ALL);
        LaneSummary clb = figures("balancers=clb|at=" + ALL);

        assertThat(alb.failedAfterKnown()).isPositive();
        assertThat(alb.statuses502()).isPositive();
        assertThat(alb.statuses503()).isZero();
        assertThat(nlb.failedAfterKnown()).isPositive();
        assertThat(clb.failedAfterKnown()).isZero();
        assertThat(clb.statuses503()).isPositive();
        assertThat(failed(figures("balancers=alb|targets=login 1+1; chat 1+1"), "empty-503"))
                .isEqualTo(figures("balancers=alb|targets=login 1+1; chat 1+1").statuses503())
                .isPositive();
    }

    /** Guards against a reason that a balancer does not give: a Network Load Balancer says that a check failed, no more. */
    @ParameterizedTest
    @CsvSource({
        "alb, shut:api, Target.Timeout",
        "alb, stop:target-3, Target.FailedHealthChecks",
        "nlb, shut:api, Target.FailedHealthChecks",
        "clb, fail-zone:az-b, Target.Timeout",
    })
    void aNodeSaysWhyAsAwsWritesIt(String balancer, String what, String reason) {
        assertThat(lane("balancers=" + balancer + "|at=40s:" + what).health().stream()
                        .filter(row -> row[3] == Lane.UNHEALTHY)
                        .map(row -> Lane.REASONS.get((int) row[4]))
                        .distinct())
                .containsExactly(reason);
    }

    /** Five successes bring it back, and each is told: what a person watches who waits for "healthy". */
    @Test
    void aTargetComesBackStepByStep() {
        List<long[]> rows = lane("balancers=alb|at=40s:stop:target-3,100s:start:target-3").health().stream()
                .filter(row -> row[1] == 0 && row[2] == 2)
                .toList();

        assertThat(rows.stream().map(row -> Lane.STATES.get((int) row[3]) + " " + row[5]))
                .containsExactly(
                        "healthy 0",
                        "healthy 1",
                        "unhealthy 0",
                        "unhealthy 1",
                        "unhealthy 2",
                        "unhealthy 3",
                        "unhealthy 4",
                        "healthy 0");
        long back = rows.get(rows.size() - 1)[0];
        assertThat(back).isBetween(140_000_000L, 150_000_000L);
    }

    /** Guards against flows that go on to a target which does not answer: they are reset once it is known, and hashed anew. */
    @Test
    void aNetworkLoadBalancerResetsTheFlowsOfAnIllTarget() {
        Lane shut =
                lane("balancers=nlb|nlbCrossZone=on|nlbListeners=TCP:80 login+chat|targets=login 1+1; chat 1+1|chats=12"
                        + "|silentChats=12|silentFor=300s|duration=300s|at=20s:shut:chat");
        assertThat(shut.threads.all().stream().filter(each -> each.closedBy == ClosedBy.RESET))
                .isNotEmpty()
                .allMatch(each -> shut.scenario.targets.get(each.target).service() == Service.CHAT)
                .allMatch(each -> each.untilMicros >= 35_000_000 && each.untilMicros <= 45_000_000);
        assertThat(
                        lane("balancers=nlb|nlbListeners=TCP:80 chat|chats=12|silentChats=12|silentFor=300s|at=20s:shut:chat")
                                .threads
                                .all())
                .as("failing open")
                .noneMatch(each -> each.closedBy == ClosedBy.RESET);

        Lane dark = lane("balancers=nlb|nlbCrossZone=on|udpSenders=8|udpRate=2|at=40s:stop:target-11");
        assertThat(dark.threads.all()).anyMatch(each -> each.target == 10 && each.closedBy == ClosedBy.TARGET);
        assertThat(dark.threads.all().stream().filter(each -> each.fromMicros > 60_000_000))
                .noneMatch(each -> each.target == 10);
    }

    /** A Network Load Balancer's node whose group is ill leaves the name; an Application Load Balancer's stays. */
    @Test
    void aNodeWithNobodyToServeLeavesTheName() {
        String alone = "|targets=login 1+1; api 1+1|nlbListeners=TCP:80 web|at=40s:stop:target-1,40s:stop:target-3";

        assertThat(listed("balancers=nlb" + alone, 0)).isFalse();
        assertThat(listed("balancers=nlb|nlbCrossZone=on" + alone, 0)).isTrue();
        assertThat(listed("balancers=alb|albCrossZone=off" + alone, 0)).isTrue();
    }

    private static boolean listed(String values, int node) {
        boolean listed = true;
        for (long[] row : lane(values).rows("names")) {
            listed = row[1] == node ? row[3] == 1 : listed;
        }
        return listed;
    }

    /** Not at once: until its zone has left the name, and until the last answer with it is old; a partner never. */
    @Test
    void aDarkZoneIsFeltUntilAnswersAreOld() {
        for (int seed = 1; seed <= 20; seed++) {
            Lane run = lane("balancers=alb|browsers=8|renewAt=0s|at=60s:fail-zone:az-a|seed=" + seed);
            double back = new LaneFigures(run).summary().lastBackAfterSeconds();
            assertThat(back).isBetween(15.0, 75.0);
            boolean partnerToo = false;
            for (int row = 0; row < run.work.rows(); row++) {
                if (run.record.fate(row) == Fate.DARK_ZONE && run.work.atMicros[row] > 135_000_000) {
                    assertThat(run.work.senders.get(run.work.sender[row]).kind())
                            .isEqualTo(SenderKind.PARTNER);
                    partnerToo = true;
                }
            }
            assertThat(partnerToo).isTrue();
        }
    }

    /** Guards against UDP flows that are remembered for ever: after 120 s a datagram begins another one, and nothing is lost. */
    @ParameterizedTest
    @CsvSource({"0.0075, true", "0.05, false"})
    void aFlowOfDatagramsIsForgottenAfterTwoMinutes(double rate, boolean forgotten) {
        Lane run = lane("balancers=nlb|duration=900s|udpSenders=1|udpRate=" + rate);

        assertThat(run.threads.all().stream()
                        .anyMatch(each -> run.work.askOf(each.connection) == Ask.UDP && each.closedBy == ClosedBy.IDLE))
                .isEqualTo(forgotten);
        assertThat(failed(new LaneFigures(run).summary(), "idle-cut")).isZero();
    }

    /** Guards against an answer of who has lost his power, because nobody had been told of the failure by the end of the run. */
    @ParameterizedTest
    @ValueSource(strings = {"alb", "nlb", "clb"})
    void whatATargetWasWorkingOnIsLostWithIt(String balancer) {
        Lane run = lane(
                "balancers=" + balancer + "|duration=60s|browsers=40|processing=2s|vpcServers=4|at=57s:fail-zone:az-a");

        int lost = 0;
        for (int row = 0; row < run.work.rows(); row++) {
            long reached = run.work.atMicros[row] + run.record.reachedMicros(row);
            boolean underway = run.record.reachedMicros(row) >= 0
                    && reached <= 57_000_000
                    && reached + run.work.processingMicros[row] > 57_000_000
                    && run.scenario.targets.get(run.record.target(row)).zone() == 0;
            lost += underway ? 1 : 0;
            assertThat(underway && run.record.fate(row) == Fate.DELIVERED).isFalse();
        }
        assertThat(lost).isGreaterThan(3);
    }
}
