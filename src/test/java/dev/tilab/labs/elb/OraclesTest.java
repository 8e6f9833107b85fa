package dev.tilab.labs.elb;

import static dev.tilab.labs.elb.Runs.failed;
import static dev.tilab.labs.elb.Runs.figures;
import static dev.tilab.labs.elb.Runs.lane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.labs.elb.ElbSummary.ServiceSummary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's documents, or arithmetic, say beforehand. */
class OraclesTest {

    private static final String CROWD =
            "|browsers=100|connectionMean=1s|webRate=1|partner=off|chats=0|tcpSenders=0|udpSenders=0|renewAt=0s";

    /** "How Elastic Load Balancing works", Cross-zone load balancing: two and eight targets; then the lab's own three and five. */
    @ParameterizedTest
    @CsvSource({
        "api 2+6; login 0+2, off, 25, 6.25",
        "api 2+6; login 0+2, on, 10, 10",
        "login 1+1; api 1+3; chat 1+1, off, 16.667, 10",
        "login 1+1; api 1+3; chat 1+1, on, 12.5, 12.5",
    })
    void connectionsFallOnTargetsAsTheDocumentsComputeIt(String targets, String crossZone, double inA, double inB) {
        Lane run = lane("balancers=nlb|duration=900s|nlbCrossZone=" + crossZone + "|targets=" + targets
                + "|nlbListeners=TCP:80 web" + CROWD);
        List<Threads.Line> kept = run.threads.all();
        assertThat(kept.size()).isGreaterThan(15_000);
        for (int target = 0; target < run.scenario.targets.size(); target++) {
            int which = target;
            double share =
                    100.0 * kept.stream().filter(each -> each.target == which).count() / kept.size();
            assertThat(share)
                    .as(run.scenario.targets.get(target).name())
                    .isCloseTo(run.scenario.targets.get(target).zone() == 0 ? inA : inB, within(0.9));
        }
    }

    /** Pearson's χ² of 8 targets is above 24.3 once in a thousand times; guards against a hash that prefers somebody. */
    @Test
    void theHashFavoursNobody() {
        Lane run = lane("balancers=nlb|duration=900s|nlbCrossZone=on|targets=login 1+1; api 1+3; chat 1+1"
                + "|nlbListeners=TCP:80 web" + CROWD);
        double expected = run.threads.all().size() / 8.0;
        double chiSquare = IntStream.range(0, 8)
                .mapToDouble(target -> run.threads.all().stream()
                        .filter(each -> each.target == target)
                        .count())
                .map(found -> (found - expected) * (found - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(24.3);
    }

    /** TCP's first packet has a sequence number in the hash: who connects again may come elsewhere. A datagram has none. */
    @Test
    void whoConnectsAgainIsHashedAnewButADatagramIsNot() {
        Lane run = lane(
                "balancers=nlb|nlbCrossZone=on|duration=900s|browsers=0|partner=off|chats=8|silentChats=0|udpSenders=6|udpRate=0.0075");

        assertThat(targetsOf(run, Ask.CHAT)).anyMatch(targets -> targets > 1);
        assertThat(targetsOf(run, Ask.UDP)).isNotEmpty().allMatch(targets -> targets == 1);
        assertThat(run.threads.all().size()).isGreaterThan(run.work.connections());
    }

    /** To how many targets each connection came that was opened more than once; a static name keeps each at one node. */
    private static List<Long> targetsOf(Lane run, Ask ask) {
        return IntStream.range(0, run.work.connections())
                .filter(connection -> run.work.askOf(connection) == ask)
                .mapToObj(connection -> run.threads.all().stream()
                        .filter(each -> each.connection == connection)
                        .map(each -> each.target)
                        .toList())
                .filter(targets -> targets.size() > 1)
                .map(targets -> targets.stream().distinct().count())
                .toList();
    }

    /** Guards against rules that are asked in the order of the text. */
    @Test
    void aRulesPlaceInTheTextDecidesNothing() {
        LaneSummary one = figures("balancers=alb|albRules=10 /login* login; 20 /api* api; 30 /* chat; default 404");
        LaneSummary other = figures("balancers=alb|albRules=30 /* chat; default 404; 20 /api* api; 10 /login* login");

        assertThat(other.targets()).isEqualTo(one.targets());
        assertThat(other.failedBy()).isEqualTo(one.failedBy());
        assertThat(failed(one, "wrong-404")).isZero();
    }

    /** Guards against a rule that is moved in the text only: the first that matches decides, and everything matches this one. */
    @Test
    void aRuleForEverythingTakesEverythingOnceItIsAskedFirst() {
        Lane run = lane("balancers=alb|albRules=20 /api* api; 30 /* chat; default 404|at=100s:move-rule:rule-2:20");

        for (int row = 0; row < run.work.rows(); row++) {
            if (run.work.serviceOf(row) == Service.API && run.record.rule(row) >= 0) {
                assertThat(run.record.rule(row)).isEqualTo(run.work.atMicros[row] < 100_000_000 ? 0 : 1);
            }
        }
        assertThat(Runs.LAB.timeline(run.scenario).table("ruleOrder").values("priority"))
                .containsExactly(30, 20);
    }

    @Test
    void weightsShareAndABalancerAnswersByItself() {
        LaneSummary shared = figures(
                "balancers=alb|duration=900s|albRules=10 /* login*3+api*1; default 404|browsers=20|chats=0|partner=off");
        double login = received(shared, "login");
        assertThat(login / (login + received(shared, "api"))).isCloseTo(0.75, within(0.02));

        LaneSummary closed = figures("balancers=alb|albRules=10 /login* 302 https://shop.kr/; default 403|renewAt=0s");
        assertThat(closed.delivered()).isZero();
        assertThat(failed(closed, "answered") + failed(closed, "idle-cut"))
                .isEqualTo(service(closed, "login").sent()
                        + service(closed, "api").sent()
                        + service(closed, "chat").sent());
    }

    /** Guards against a time-out that cuts what is just in time, and against pings that do not count. */
    @ParameterizedTest
    @CsvSource({
        "alb, 59s, 0s, 0",
        "alb, 60s, 0s, 0",
        "alb, 61s, 0s, 3",
        "alb, 61s, 30s, 0",
        "nlb, 61s, 0s, 0",
        "clb, 61s, 0s, 3"
    })
    void aGapIsCutIfItIsLongerThanTheTimeout(String balancer, String silentFor, String ping, long cuts) {
        LaneSummary run = figures("balancers=" + balancer + "|processing=0ms|chats=1|silentChats=1|silentFor="
                + silentFor
                + "|chatPing=" + ping + "|clbListeners=TCP:80|targets=chat 1+1|browsers=0|partner=off|tcpSenders=0"
                + "|udpSenders=0|nlbListeners=TCP:80 chat|renewAt=0s");
        // 2 s, 63 s cut, 124 s opened anew, 185 s cut; the last one goes after the run's end or before it, by 200 s
        assertThat(failed(run, "idle-cut")).isEqualTo(cuts == 0 ? 0 : 2);
        assertThat(run.idleCuts()).isEqualTo(cuts == 0 ? 0 : 2);
    }

    /** max(0, 1 − t ÷ TTL) for askers who come at any instant; nobody's answer is older than the TTL but the partner's. */
    @Test
    void oldAnswersFadeAsTheirTimeToLiveSays() {
        Lane run = lane("balancers=alb|duration=200s|addressGrace=0s|nodeDetection=0s"
                + CROWD.replace("renewAt=0s", "renewAt=50s"));

        assertThat(stale(run, 12, 18)).isCloseTo(0.75, within(0.13));
        assertThat(stale(run, 27, 33)).isCloseTo(0.5, within(0.13));
        assertThat(stale(run, 42, 48)).isCloseTo(0.25, within(0.13));
        assertThat(stale(run, 60.1, 150)).isZero();
    }

    private static double stale(Lane run, double fromSeconds, double untilSeconds) {
        int[] rows = IntStream.range(0, run.work.rows())
                .filter(row -> run.work.atMicros[row] >= (50 + fromSeconds) * 1e6
                        && run.work.atMicros[row] < (50 + untilSeconds) * 1e6)
                .toArray();
        double old = IntStream.of(rows)
                .filter(row -> run.record.fate(row) == Fate.OLD_ADDRESS || run.record.fate(row) == Fate.IN_FLIGHT)
                .count();
        return old / rows.length;
    }

    /** Guards against static addresses that change, and against a partner who looks again. */
    @Test
    void onlyWhoKnowsOneAddressIsLostForEver() {
        ElbScenario scenario = Runs.preset("fixed-address", 7);
        LaneSummary alb = Runs.figures(scenario, "alb");
        LaneSummary nlb = Runs.figures(scenario, "nlb");

        assertThat(alb.partner().failedAfterGrace()).isPositive().isEqualTo(failed(alb, "old-address"));
        assertThat(nlb.partner().failedAfterGrace()).isZero();
        assertThat(nlb.addresses()).isEqualTo(2);
        assertThat(alb.addresses()).isEqualTo(4);
    }

    /** Guards against a hairpin that is seen where addresses are not kept, or from where nobody is his own target. */
    @ParameterizedTest
    @CsvSource({
        "nlb, targets, on, true",
        "nlb, targets, off, false",
        "nlb, own-machines, on, false",
        "alb, targets, on, false"
    })
    void aTargetCannotCallItselfThroughABalancerThatKeepsItsAddress(
            String balancer, String place, String keeps, boolean silent) {
        LaneSummary run =
                figures("balancers=" + balancer + "|vpcServers=4|serverPlace=" + place + "|preserveClientIp=" + keeps
                        + "|nlbListeners=TCP:80 login+api|targets=login 1+1; api 1+1|connectionMean=2s|nlbCrossZone=on|browsers=0|chats=0"
                        + "|partner=off|tcpSenders=0|udpSenders=0");

        assertThat(failed(run, "client-timeout") > 0).isEqualTo(silent);
        assertThat(run.delivered()).isPositive();
    }

    /** Guards against a keep-alive that decides nothing: shorter than the idle time-out, requests meet closing connections. */
    @ParameterizedTest
    @CsvSource({"5s, true", "75s, false"})
    void aKeepAliveShorterThanTheIdleTimeoutGivesSporadic502(String keepAlive, boolean some) {
        LaneSummary run = figures("balancers=alb|browsers=8|duration=300s|keepAlive=" + keepAlive);

        assertThat(run.statuses502() > 0).isEqualTo(some);
        assertThat(run.statuses502()).isLessThan(run.delivered() / 10);
    }

    /** Guards against a browser that finds the second door and one that does not, both alike. */
    @Test
    void whoTriesTheNextAddressIsDelayedInsteadOfLost() {
        String dark = "balancers=alb|browsers=20|connectionMean=2s|nodeDetection=120s|partner=off|chats=0|tcpSenders=0"
                + "|udpSenders=0|targets=login 1+1; api 1+3|at=60s:fail-zone:az-a|tryNext=";

        assertThat(failed(figures(dark + "off"), "dark-zone")).isGreaterThan(500);
        assertThat(failed(figures(dark + "on"), "dark-zone")).isLessThan(20);
    }

    /** Guards against an internal balancer that somebody outside reaches, or that nobody inside does. */
    @Test
    void anInternalBalancerIsForThoseInside() {
        LaneSummary run = figures("balancers=alb|scheme=internal|vpcServers=2");

        assertThat(failed(run, "unreachable"))
                .isEqualTo(run.sent() - run.delivered() - run.inFlight())
                .isPositive();
        assertThat(run.delivered()).isPositive();
    }

    /** RTMP is carried by TCP, whatever is streamed: a listener for UDP hears none of it. */
    @ParameterizedTest
    @CsvSource({"UDP:1935 messenger, false", "TCP:1935 messenger, true", "TCP_UDP:1935 messenger, true"})
    void aListenerForUdpHearsNoTcp(String listener, boolean hears) {
        LaneSummary run = figures("balancers=nlb|tcpPort=1935|tcpSenders=3|nlbListeners=" + listener);

        assertThat(service(run, "messenger").delivered() > 0).isEqualTo(hears);
    }

    /** Guards against units that are added up, and against a bill for what never came in. */
    @Test
    void theLargestDimensionIsBilled() {
        LaneSummary run = figures("balancers=alb|scale=1000|browsers=20");

        double largest = run.bill().dimensions().stream()
                .mapToDouble(ElbSummary.Dimension::units)
                .max()
                .orElseThrow();
        assertThat(run.bill().units()).isEqualTo(largest);
        assertThat(run.bill().usdPerHour()).isCloseTo(0.0225 + 0.008 * largest, within(1e-9));
        assertThat(run.bill().usdPerMonth()).isCloseTo(730 * run.bill().usdPerHour(), within(1e-9));
    }

    private static double received(LaneSummary lane, String service) {
        return lane.targets().stream()
                .filter(each -> each.service().equals(service))
                .mapToLong(ElbSummary.TargetSummary::received)
                .sum();
    }

    private static ServiceSummary service(LaneSummary lane, String id) {
        return lane.services().stream()
                .filter(each -> each.service().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
