package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** One situation of the ELB lab: senders, targets, listeners and rules, the name and its addresses, interventions and seed. */
public final class ElbScenario extends WrittenScenario {

    /** Most letters that a run may have. */
    static final int MAX_LETTERS = 400_000;

    /** A heavy flow sends so many times as often as a messenger. */
    static final int HEAVY = 20;

    /** What the letters of a messenger and of a game weigh with their answers, in kilobytes; assumed. */
    static final double TCP_KILOBYTES = 0.3;

    static final double UDP_KILOBYTES = 0.2;

    private final Map<String, String> values;

    final List<Balancer> balancers;
    final long durationMicros;
    final int browsers;
    final double webRate;
    final long connectionMeanMicros;
    final double loginShare;
    final boolean hasPartner;
    final int chats;
    final int silentChats;
    final long silentForMicros;
    final long chatPingMicros;
    final int tcpSenders;
    final double tcpRate;
    final int tcpPort;
    final int udpSenders;
    final double udpRate;
    final int heavyFlows;
    final int vpcServers;
    final boolean serversAreTargets;
    final List<Placed> targets;
    final long processingMicros;
    final List<Listener> albListeners;
    final ListenerRules albRules;
    final List<Listener> nlbListeners;
    final List<Listener> clbListeners;
    private final long albIdleMicros;
    private final long clbIdleMicros;
    private final long nlbIdleMicros;
    private final boolean albCrossZone;
    private final boolean clbCrossZone;
    private final boolean nlbCrossZone;
    final long ttlMicros;
    final long renewAtMicros;
    final long addressGraceMicros;
    final long nodeDetectionMicros;
    final boolean triesNext;
    final long connectTimeoutMicros;
    final HealthCheckSettings healthCheck;
    final boolean isInternal;
    final boolean preservesClientIp;
    final long keepAliveMicros;
    final double kilobytes;
    final double scale;
    final long seed;
    final List<Intervention> interventions;

    /** Reads and checks every value; see {@link ElbLab#scenario}. */
    ElbScenario(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(ElbParameters.PARAMETERS, given);
        balancers = reader.choices("balancers").stream().map(Balancer::of).toList();
        durationMicros = reader.durationMicros("duration");
        browsers = (int) reader.integer("browsers");
        webRate = reader.decimal("webRate");
        connectionMeanMicros = reader.durationMicros("connectionMean");
        loginShare = reader.decimal("loginShare") / 100;
        hasPartner = isOn(reader, "partner");
        chats = (int) reader.integer("chats");
        silentChats = (int) reader.integer("silentChats");
        silentForMicros = reader.durationMicros("silentFor");
        chatPingMicros = reader.durationMicros("chatPing");
        tcpSenders = (int) reader.integer("tcpSenders");
        tcpRate = reader.decimal("tcpRate");
        tcpPort = (int) reader.integer("tcpPort");
        udpSenders = (int) reader.integer("udpSenders");
        udpRate = reader.decimal("udpRate");
        heavyFlows = (int) reader.integer("heavyFlows");
        vpcServers = (int) reader.integer("vpcServers");
        serversAreTargets = reader.choice("serverPlace").equals("targets");
        targets = TargetsText.read(reader, "targets");
        processingMicros = reader.durationMicros("processing");
        albListeners = ListenersText.read(reader, "albListeners", Balancer.ALB);
        albRules = ListenerRules.read(reader, "albRules");
        nlbListeners = ListenersText.read(reader, "nlbListeners", Balancer.NLB);
        clbListeners = ListenersText.read(reader, "clbListeners", Balancer.CLB);
        albIdleMicros = reader.durationMicros("albIdle");
        clbIdleMicros = reader.durationMicros("clbIdle");
        nlbIdleMicros = reader.durationMicros("nlbIdle");
        albCrossZone = isOn(reader, "albCrossZone");
        clbCrossZone = isOn(reader, "clbCrossZone");
        nlbCrossZone = isOn(reader, "nlbCrossZone");
        ttlMicros = reader.durationMicros("balancerDnsTtl");
        renewAtMicros = reader.durationMicros("renewAt");
        addressGraceMicros = reader.durationMicros("addressGrace");
        nodeDetectionMicros = reader.durationMicros("nodeDetection");
        triesNext = isOn(reader, "tryNext");
        connectTimeoutMicros = reader.durationMicros("connectTimeout");
        healthCheck = new HealthCheckSettings(
                reader.durationMicros("healthCheckInterval"),
                reader.durationMicros("healthCheckTimeout"),
                (int) reader.integer("unhealthyThreshold"),
                (int) reader.integer("healthyThreshold"));
        isInternal = reader.choice("scheme").equals("internal");
        preservesClientIp = isOn(reader, "preserveClientIp");
        keepAliveMicros = reader.durationMicros("keepAlive");
        kilobytes = reader.decimal("kilobytes");
        scale = reader.decimal("scale");
        seed = reader.integer("seed");
        boolean isShort = requireFewLetters(reader);
        interventions = reader.interventions("at", ElbParameters.ACTIONS, kind -> count(kind, isShort), durationMicros);
        values = reader.finish();
    }

    private static boolean isOn(ScenarioReader reader, String id) {
        return reader.choice(id).equals("on");
    }

    private boolean requireFewLetters(ScenarioReader reader) {
        double letters = letters();
        if (letters > MAX_LETTERS) {
            String expected = BigDecimal.valueOf(letters)
                    .setScale(0, RoundingMode.CEILING)
                    .toPlainString();
            reader.reject(
                    "duration",
                    reader.text("duration"),
                    "too-many-requests",
                    Values.of("max", Integer.toString(MAX_LETTERS), "requests", expected));
        }
        return letters <= MAX_LETTERS;
    }

    /** How many there are of what interventions number. */
    private int count(String kind, boolean isShort) {
        return switch (kind) {
            case "target" -> targets.size();
            case "rule" -> albRules.rules().size();
            // the connections are known once they are drawn; nobody asks unless somebody closes one
            default -> isShort ? new Workload(this).connections() : 0;
        };
    }

    /** Letters to be expected. */
    double letters() {
        double perSecond = (browsers + vpcServers) * webRate
                + (hasPartner ? Workload.PARTNER_PER_SECOND : 0)
                + chats * Workload.CHATS_PER_SECOND
                + (tcpSenders + HEAVY * heavyFlows) * tcpRate
                + udpSenders * udpRate
                + Math.min(chats, silentChats) * 1e6 / silentForMicros;
        return perSecond * durationMicros / 1e6;
    }

    /** A world in which nothing has happened yet. */
    Region region() {
        return new Region(seed, ElbParameters.ZONES.size(), durationMicros, ElbCost.NANOS_PER_EVENT);
    }

    List<Listener> listeners(Balancer balancer) {
        return switch (balancer) {
            case ALB -> albListeners;
            case NLB -> nlbListeners;
            case CLB -> clbListeners;
            case DNS -> List.of();
        };
    }

    /** For how long nothing may pass on a TCP connection; for ever without a balancer. */
    long idleMicros(Balancer balancer) {
        return switch (balancer) {
            case ALB -> albIdleMicros;
            case NLB -> nlbIdleMicros;
            case CLB -> clbIdleMicros;
            case DNS -> Long.MAX_VALUE;
        };
    }

    boolean crossesZones(Balancer balancer) {
        return switch (balancer) {
            case ALB -> albCrossZone;
            case NLB -> nlbCrossZone;
            case CLB -> clbCrossZone;
            case DNS -> false;
        };
    }

    /** The port that letters of this service go to. */
    int port(Service service) {
        return switch (service) {
            case MESSENGER -> tcpPort;
            case GAME -> 7777;
            default -> 80;
        };
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
