package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.network.Inbound;
import dev.tilab.cloud.network.NetworkAcl;
import dev.tilab.simulation.lab.Still;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands at a place for whoever opens it. */
final class Contents {

    private final Evaluation now;
    private final SetUp setUp;
    private final Still.Words words;

    Contents(Evaluation now, Still.Words words) {
        this.now = now;
        this.setUp = now.setUp();
        this.words = words;
    }

    List<String> lines(Place place) {
        return switch (place) {
            case SCHEME -> List.of(Site.HOST + " → " + addresses(), words.text("diagnosis.scheme", setUp.at(place)));
            case SUBNET_ROUTE ->
                List.of("subnet-a  " + text(place, "igw"), "subnet-b  " + text(place, setUp.at(place)));
            case BALANCER_SG -> inbound("sg-lb", Site.balancerInbound(setUp));
            case LISTENER -> listeners();
            case RULES ->
                List.of(
                        "10  host = " + String.join(", ", Site.hosts(setUp)) + " → tg-web",
                        words.text("diagnosis.default-rule"));
            case ZONES ->
                List.of(
                        words.text("diagnosis.balancer-zones", text(place, setUp.at(place))),
                        words.text("diagnosis.target-zones", zones(setUp.targetZones())));
            case REGISTERED -> registered();
            case GROUP_PORT -> List.of(text(place, setUp.at(place)));
            case HEALTH_CHECK ->
                List.of(
                        "GET " + ProbePrint.path(setUp) + " :traffic-port",
                        words.text("diagnosis.checks", setUp.kind() == Kind.ALB ? "200" : "200–399"));
            case PRESERVE_CLIENT_IP ->
                List.of(
                        "preserve_client_ip.enabled = " + !setUp.is(place, "off"),
                        "proxy_protocol_v2.enabled = " + setUp.is(place, "proxy"));
            case TARGET_SG -> inbound("sg-web", Site.targetInbound(setUp));
            case NETWORK_ACL -> acl();
            case BIND -> List.of("LISTEN  " + ProbePrint.socket(setUp));
            case KEEP_ALIVE ->
                List.of(
                        words.text("diagnosis.keep-alive", now.application().keepAliveMicros() / 1_000_000),
                        words.text("diagnosis.idle", Evaluation.IDLE_MICROS / 1_000_000));
            case RESPONSE_TIME ->
                List.of(
                        "GET /  " + text(place, setUp.at(place)),
                        words.text("diagnosis.idle", Evaluation.IDLE_MICROS / 1_000_000));
        };
    }

    private String addresses() {
        return IntStream.range(0, Site.NODES)
                .mapToObj(node -> now.site().address(node).toString())
                .collect(Collectors.joining(", "));
    }

    private List<String> inbound(String group, List<Inbound> rules) {
        return rules.stream()
                .map(rule -> group + "  " + words.text("diagnosis.inbound", rule.toString()))
                .toList();
    }

    private List<String> listeners() {
        boolean alb = setUp.kind() == Kind.ALB;
        return Site.listening(setUp).stream()
                .map(port -> port == 80 ? (alb ? "HTTP:80" : "TCP:80") : (alb ? "HTTPS:" : "TLS:") + port)
                .toList();
    }

    private List<String> registered() {
        List<String> targets = IntStream.range(0, now.site().targets().size())
                .mapToObj(number -> DiagnosisWriter.target(number) + "  "
                        + now.site().targets().get(number).address() + ":" + setUp.at(Place.GROUP_PORT))
                .toList();
        List<String> lines = new ArrayList<>();
        if (now.site().isRegistered()) {
            targets.forEach(target -> lines.add("tg-web  " + target));
            return lines;
        }
        lines.add("tg-web  " + words.text("diagnosis.nobody"));
        if (setUp.is(Place.REGISTERED, "old-group")) {
            targets.forEach(target -> lines.add("tg-old  " + target));
        }
        return lines;
    }

    private List<String> acl() {
        NetworkAcl acl = Site.acl(setUp);
        return Stream.concat(
                        acl.inbound().stream().map(rule -> words.text("diagnosis.acl-in", rule.number(), ports(rule))),
                        acl.outbound().stream()
                                .map(rule -> words.text("diagnosis.acl-out", rule.number(), ports(rule))))
                .toList();
    }

    private static String ports(NetworkAcl.Rule rule) {
        return rule.firstPort() == rule.lastPort()
                ? Integer.toString(rule.firstPort())
                : rule.firstPort() + "–" + rule.lastPort();
    }

    private static String zones(List<Integer> zones) {
        return zones.stream().map(ProbePrint::zone).collect(Collectors.joining(", "));
    }

    /** A value in words. */
    String text(Place place, String value) {
        boolean alb = setUp.kind() == Kind.ALB;
        return words.text("diagnosis.value." + place.id() + "." + value, alb ? "HTTPS" : "TLS", alb ? "HTTP" : "TCP");
    }
}
