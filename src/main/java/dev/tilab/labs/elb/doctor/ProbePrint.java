package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.network.Ipv4;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.End;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Line;
import dev.tilab.simulation.lab.Still;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a probe prints, and how far it got. */
final class ProbePrint {

    /** Times that the application asks the shop by its own name. */
    private static final int OWN_NAME = 6;

    /** What takes longer is said. */
    private static final long LATE_MICROS = 5_000_000;

    private final Evaluation now;
    private final boolean solved;
    private final Still.Words words;
    private final List<Line> lines = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();

    ProbePrint(Evaluation now, boolean solved, Still.Words words) {
        this.now = now;
        this.solved = solved;
        this.words = words;
    }

    List<Line> lines() {
        return lines;
    }

    List<End> ends() {
        return ends;
    }

    ProbePrint print(Act.Probe probe) {
        switch (probe) {
            case CLIENT -> client();
            case SUBNET -> subnet();
            default -> host();
        }
        return this;
    }

    private void client() {
        Site site = now.site();
        say("$ dig +short " + Site.HOST);
        IntStream.range(0, Site.NODES).forEach(node -> say(site.address(node).toString()));
        for (int node = 0; node < Site.NODES; node++) {
            say("$ curl -i https://" + Site.HOST + "/  # " + site.address(node) + " (" + zone(node) + ")");
            Way way = now.fromOutside(node, used(node == 0 ? 0 : site.targets().size() - 1), Moment.CALM);
            answer(way);
            if (way.how() == Way.How.ANSWERED) {
                say("Server: awselb/2.0");
            }
            ends.add(new End(id(way.how()), Sight.throughDoor(way, solved), node));
        }
    }

    private int used(int target) {
        return now.site().isUsed(target) ? target : -1;
    }

    private void subnet() {
        if (!now.site().isRegistered()) {
            say("$ curl -i http://?");
            say(words.text("diagnosis.no-target"), "bad");
            ends.add(new End(id(Way.How.ANSWERED), Sight.noTarget(), null));
            return;
        }
        Ipv4 target = now.site().targets().get(0).address();
        String address = "http://" + target + ":" + now.setUp().at(Place.GROUP_PORT);
        say("$ curl -i " + address + path(now.setUp()));
        Way way = now.checkFromBeside(0);
        answer(way);
        boolean connected = way.isFine() || way.how() == Way.How.ANSWERED;
        if (connected) {
            say("Keep-Alive: timeout=" + now.application().keepAliveMicros() / 1_000_000);
            say("$ curl -i " + address + "/");
            answer(now.pageFromBeside(0));
        }
        ends.add(new End(id(way.how()), Sight.fromBeside(way, solved), null));
    }

    private void host() {
        SetUp setUp = now.setUp();
        say("$ ss -ltn");
        say("LISTEN  " + socket(setUp));
        say("$ curl -i http://localhost:" + Site.APPLICATION + "/health");
        say(Status.line(200), "good");
        say("$ curl -i http://localhost:" + Site.APPLICATION + "/");
        answer(now.onHost());
        if (setUp.kind() == Kind.NLB) {
            ownName();
        }
        ends.add(new End(id(Way.How.ARRIVED), Sight.onHost(), null));
    }

    private void ownName() {
        List<Way> ways = IntStream.range(0, OWN_NAME)
                .mapToObj(number -> now.fromTarget(
                        0,
                        number % Site.NODES,
                        used(number % now.site().targets().size()),
                        Moment.CALM))
                .toList();
        say("$ for i in 1 2 3 4 5 6; do curl -sm 3 -o /dev/null -w '%{http_code} ' https://" + Site.OWN_NAME
                + "/; done");
        String codes = ways.stream().map(way -> way.isFine() ? "200" : "000").collect(Collectors.joining(" "));
        boolean silent = ways.stream().anyMatch(way -> way.how() == Way.How.SILENT);
        say(codes, ways.stream().allMatch(Way::isFine) ? "good" : silent ? "wait" : "bad");
    }

    private void say(String text) {
        say(text, "");
    }

    private void say(String text, String mark) {
        lines.add(new Line(text, mark));
    }

    private void answer(Way way) {
        switch (way.how()) {
            case SILENT -> say("curl: (28) Connection timed out", "wait");
            case REFUSED -> say("curl: (7) Connection refused", "bad");
            default -> {
                String late =
                        way.micros() < LATE_MICROS ? "" : "  " + words.text("diagnosis.late", way.micros() / 1_000_000);
                say(Status.line(way.status()) + late, !way.isFine() ? "bad" : late.isEmpty() ? "good" : "wait");
            }
        }
    }

    static String path(SetUp setUp) {
        return switch (setUp.at(Place.HEALTH_CHECK)) {
            case "health" -> "/health";
            case "healthz" -> "/healthz";
            default -> "/actuator/health";
        };
    }

    static String socket(SetUp setUp) {
        String address = switch (setUp.at(Place.BIND)) {
            case "any" -> "0.0.0.0";
            case "localhost" -> "127.0.0.1";
            default -> "[::1]";
        };
        return address + ":" + Site.APPLICATION;
    }

    static String zone(int zone) {
        return String.valueOf((char) ('a' + zone));
    }

    private static String id(Way.How how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
