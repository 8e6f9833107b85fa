package dev.tilab.labs.elb;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.compute.Server;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import java.util.List;

/** What can be set before a run and done during it, each default with its source. */
final class ElbParameters {

    private static final String ASSUMED = null;

    private static final String AWS = "https://docs.aws.amazon.com/elasticloadbalancing/latest/";

    private static final String RULES =
            "AWS, Application Load Balancers: Listener rules, " + AWS + "application/load-balancer-listeners.html";

    private static final String ALB_ATTRIBUTES = "AWS, Application Load Balancers: Application Load Balancers, " + AWS
            + "application/application-load-balancers.html";

    private static final String NLB_LISTENERS =
            "AWS, Network Load Balancers: Listeners, " + AWS + "network/load-balancer-listeners.html";

    private static final String NLB_GROUPS = "AWS, Network Load Balancers: Edit target group attributes, " + AWS
            + "network/edit-target-group-attributes.html";

    private static final String CLB_LISTENERS =
            "AWS, Classic Load Balancers: Listeners, " + AWS + "classic/elb-listener-config.html";

    private static final String CLB_IDLE = "AWS, Classic Load Balancers: Configure the idle connection timeout, " + AWS
            + "classic/config-idle-timeout.html";

    private static final String ELB = "AWS, Elastic Load Balancing: How Elastic Load Balancing works, " + AWS
            + "userguide/how-elastic-load-balancing-works.html";

    private static final String CHECKS = "AWS, Application Load Balancers: Health checks for target groups, " + AWS
            + "application/target-group-health-checks.html";

    private static final List<String> SWITCH = List.of("on", "off");

    static final List<String> ZONES = List.of("az-a", "az-b");

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.choices("balancers", "alb,nlb,clb,dns", Balancer.ids(), 4, null),
            Parameter.duration("duration", "200s", "30s", "900s", ASSUMED),
            Parameter.integer("browsers", "4", "0", "100", ASSUMED),
            Parameter.decimal("webRate", "0.75", "0.1", "20", "requests/s", ASSUMED),
            Parameter.duration("connectionMean", "12s", "1s", "300s", ASSUMED),
            Parameter.decimal("loginShare", "30", "0", "100", "%", ASSUMED),
            Parameter.choice("partner", "on", SWITCH, ASSUMED),
            Parameter.integer("chats", "2", "0", "20", ASSUMED),
            Parameter.integer("silentChats", "1", "0", "20", ASSUMED),
            Parameter.duration("silentFor", "75s", "1s", "900s", ASSUMED),
            // 0: no pings. Any frame counts for an idle time-out, a WebSocket's ping too (RFC 6455, 5.5.2).
            Parameter.duration("chatPing", "0s", "0s", "600s", ASSUMED),
            Parameter.integer("tcpSenders", "1", "0", "20", ASSUMED),
            Parameter.decimal("tcpRate", "0.38", "0", "20", "letters/s", ASSUMED),
            Parameter.integer("tcpPort", "5222", "1", "65535", ASSUMED),
            Parameter.integer("udpSenders", "2", "0", "20", ASSUMED),
            Parameter.decimal("udpRate", "0.51", "0", "20", "letters/s", ASSUMED),
            Parameter.integer("heavyFlows", "0", "0", "10", ASSUMED),
            Parameter.integer("vpcServers", "0", "0", "20", ASSUMED),
            Parameter.choice("serverPlace", "own-machines", List.of("own-machines", "targets"), ASSUMED),
            // As many in both zones but of /api: unequal on purpose.
            Parameter.text("targets", "login 1+1; api 1+3; chat 1+1; messenger 1+1; game 1+1", 200, ASSUMED),
            Parameter.duration("processing", "40ms", "0ms", "60s", ASSUMED),
            Parameter.text("albListeners", "HTTP:80", 400, RULES),
            Parameter.text("albRules", "10 /login* login; 20 /api* api; 30 /chat* chat; default 404", 4000, RULES),
            Parameter.text("nlbListeners", "TCP:80 web; TCP:5222 messenger; UDP:7777 game", 400, NLB_LISTENERS),
            Parameter.text("clbListeners", "HTTP:80; TCP:5222", 400, CLB_LISTENERS),
            Parameter.duration("albIdle", "60s", "1s", "4000s", ALB_ATTRIBUTES),
            Parameter.duration("clbIdle", "60s", "1s", "4000s", CLB_IDLE),
            Parameter.duration("nlbIdle", "350s", "60s", "6000s", NLB_LISTENERS),
            Parameter.choice("albCrossZone", "on", SWITCH, ELB),
            Parameter.choice("clbCrossZone", "on", SWITCH, ELB),
            Parameter.choice("nlbCrossZone", "off", SWITCH, ELB),
            Parameter.duration("balancerDnsTtl", "60s", "1s", "300s", ELB),
            // AWS says that addresses change, not when; 0 is never.
            Parameter.duration("renewAt", "25s", "0s", "900s", ASSUMED),
            Parameter.duration("addressGrace", "60s", "0s", "600s", ASSUMED),
            Parameter.duration("nodeDetection", "15s", "0s", "120s", ASSUMED),
            Parameter.choice("tryNext", "off", List.of("off", "on"), ASSUMED),
            Parameter.duration("connectTimeout", "3s", "1s", "60s", ASSUMED),
            // AWS checks every 30 s; every 10 s so that it can be watched.
            Parameter.duration("healthCheckInterval", "10s", "5s", "300s", ASSUMED),
            Parameter.duration("healthCheckTimeout", "5s", "2s", "120s", CHECKS),
            Parameter.integer("unhealthyThreshold", "2", "2", "10", CHECKS),
            Parameter.integer("healthyThreshold", "5", "2", "10", CHECKS),
            Parameter.choice("scheme", "internet-facing", List.of("internet-facing", "internal"), ELB),
            Parameter.choice("preserveClientIp", "on", SWITCH, NLB_GROUPS),
            Parameter.duration("keepAlive", "75s", "1s", "3600s", ASSUMED),
            Parameter.decimal("kilobytes", "12", "0.1", "1000", "kB", ASSUMED),
            Parameter.decimal("scale", "100", "1", "10000", null, ASSUMED),
            Parameter.integer("seed", "7", "0", "9007199254740991", null),
            Parameter.interventions("at", 50));

    /** How its form groups them. */
    static final List<ParameterGroup> GROUPS = List.of(
            ParameterGroup.open("balancers", "balancers"),
            ParameterGroup.open("rules", "albRules", "albListeners", "nlbListeners", "clbListeners"),
            ParameterGroup.open(
                    "name", "balancerDnsTtl", "renewAt", "addressGrace", "nodeDetection", "tryNext", "connectTimeout"),
            ParameterGroup.folded(
                    "senders",
                    "browsers",
                    "webRate",
                    "connectionMean",
                    "loginShare",
                    "partner",
                    "chats",
                    "silentChats",
                    "silentFor",
                    "chatPing",
                    "tcpSenders",
                    "tcpRate",
                    "tcpPort",
                    "udpSenders",
                    "udpRate",
                    "heavyFlows",
                    "vpcServers",
                    "serverPlace"),
            ParameterGroup.folded("targets", "targets", "processing", "preserveClientIp"),
            ParameterGroup.folded("connections", "albIdle", "clbIdle", "nlbIdle", "keepAlive"),
            ParameterGroup.folded("zones", "albCrossZone", "clbCrossZone", "nlbCrossZone", "scheme"),
            ParameterGroup.folded(
                    "health", "healthCheckInterval", "healthCheckTimeout", "unhealthyThreshold", "healthyThreshold"),
            ParameterGroup.folded("bill", "kilobytes", "scale"),
            ParameterGroup.folded("run", "duration", "seed", "at"));

    private static final List<String> BALANCERS = List.of("balancers");

    /** The highest priority of a rule. */
    private static final int LAST_PRIORITY = 50_000;

    /** The security group of a service's targets admits nobody any more. */
    static final Fault SHUT = Fault.of("shut", "service");

    /** It admits again whom it admitted at first. */
    static final Fault OPEN = Fault.of("open", "service");

    /** Balancers whose addresses may change get new ones. */
    static final Fault RENEW = Fault.of("renew-addresses", "balancers");

    /** Nodes have private addresses only from now on: in truth one makes another balancer. */
    static final Fault INTERNAL = Fault.of("make-internal", "balancers");

    /** Nodes have public addresses from now on. */
    static final Fault PUBLIC = Fault.of("make-public", "balancers");

    /** A rule of the Application Load Balancer gets another priority; whichever has that one gets its. */
    static final Fault MOVE = Fault.of("move-rule", "rule", 1, LAST_PRIORITY, 1);

    /** Somebody closes a connection. */
    static final Fault CLOSE = Fault.of("close", "connection");

    static final List<Action> ACTIONS = List.of(
            Zones.FAIL.to(ZONES),
            Zones.REPAIR.to(ZONES),
            Server.STOP.to(List.of()),
            Server.START.to(List.of()),
            SHUT.to(Service.ids()),
            OPEN.to(Service.ids()),
            RENEW.to(BALANCERS),
            INTERNAL.to(BALANCERS),
            PUBLIC.to(BALANCERS),
            MOVE.to(List.of()),
            CLOSE.to(List.of()));

    private ElbParameters() {}
}
