package dev.tilab.labs.elb.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be opened and set otherwise, in the order of a request's way. The first value of each is the one that works. */
enum Place {
    SCHEME("internet-facing", "internal", "internal-dualstack"),
    SUBNET_ROUTE("igw", "local", "nat"),
    BALANCER_SG(Kind.ALB, "anywhere", "no-https", "vpc"),
    LISTENER("443", "80", "8443"),
    RULES(Kind.ALB, "both-hosts", "www-only", "subdomains"),
    ZONES("a-b", "a-b-c", "a-b-d"),
    REGISTERED("web", "none", "old-group"),
    GROUP_PORT("8080", "80", "8443"),
    HEALTH_CHECK("health", "healthz", "actuator"),
    PRESERVE_CLIENT_IP(Kind.NLB, "off", "on", "proxy"),
    TARGET_SG() {
        /** Only where the balancer has a security group of its own can another one name it. */
        @Override
        List<String> values(Kind kind) {
            return kind == Kind.ALB
                    ? List.of("balancer", "office", "balancer-443")
                    : List.of("vpc", "office", "anywhere");
        }
    },
    NETWORK_ACL("ephemeral", "no-return", "linux-range"),
    BIND("any", "localhost", "ipv6-localhost"),
    KEEP_ALIVE(Kind.ALB, "75s", "5s", "30s"),
    RESPONSE_TIME(Kind.ALB, "200ms", "75s", "65s");

    private final List<Kind> kinds;
    private final List<String> values;

    Place(String... values) {
        kinds = List.of(Kind.values());
        this.values = List.of(values);
    }

    Place(Kind only, String... values) {
        kinds = List.of(only);
        this.values = List.of(values);
    }

    /** Its name in addresses and JSON. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may be set there: three values, the one that works first. */
    List<String> values(Kind kind) {
        return values;
    }

    /** Those that a patient of this kind has, in the order of the way. */
    static List<Place> of(Kind kind) {
        return Arrays.stream(values())
                .filter(place -> place.kinds.contains(kind))
                .toList();
    }
}
