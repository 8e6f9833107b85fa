package dev.tilab.labs.elb;

import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.simulation.lab.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** What the tests of this lab share: scenarios in one line, lanes that can be looked into, and scenarios nobody thought of. */
final class Runs {

    static final ElbLab LAB = new ElbLab();

    private Runs() {}

    /** A scenario from {@code "balancers=alb|albRules=default login"}; what is not named has its default. */
    static ElbScenario scenario(String values) {
        Map<String, String> given = new HashMap<>();
        for (String value : values.split("\\|")) {
            given.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        return LAB.scenario(given);
    }

    static ElbScenario with(ElbScenario scenario, String parameter, String value) {
        Map<String, String> values = new HashMap<>(scenario.values());
        values.put(parameter, value);
        return LAB.scenario(values);
    }

    static ElbScenario preset(String id, long seed) {
        Preset preset = LAB.presets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new HashMap<>(preset.values());
        values.put("seed", Long.toString(seed));
        return LAB.scenario(values);
    }

    /** All lanes of a run, each as it is at its end. */
    static List<Lane> lanes(ElbScenario scenario) {
        Workload work = new Workload(scenario);
        AddressList addresses = new AddressList();
        List<Lane> lanes = new ArrayList<>();
        for (Balancer balancer : scenario.balancers) {
            Lane lane = new Lane(scenario, balancer, work, addresses);
            lane.run();
            lanes.add(lane);
        }
        return lanes;
    }

    /** The only lane of a run. */
    static Lane lane(String values) {
        return lanes(scenario(values)).get(0);
    }

    static LaneSummary figures(String values) {
        return new LaneFigures(lane(values)).summary();
    }

    static LaneSummary figures(ElbScenario scenario, String balancer) {
        return LAB.summary(scenario).lanes().stream()
                .filter(lane -> lane.balancer().equals(balancer))
                .findFirst()
                .orElseThrow();
    }

    static long failed(LaneSummary lane, String cause) {
        return lane.failedBy().stream()
                .filter(each -> each.cause().equals(cause))
                .findFirst()
                .orElseThrow()
                .count();
    }

    /** Any scenario of some hundred letters and up to eight interventions. */
    static ElbScenario any(long seed) {
        Random random = new Random(seed);
        Map<String, String> values = new HashMap<>();
        values.put("duration", oneOf(random, "60s", "150s"));
        values.put("browsers", oneOf(random, "0", "3", "6"));
        values.put("webRate", oneOf(random, "0.1", "1"));
        values.put("connectionMean", oneOf(random, "2s", "60s"));
        values.put("chats", oneOf(random, "0", "3"));
        values.put("silentFor", oneOf(random, "15s", "75s"));
        values.put("chatPing", oneOf(random, "0s", "10s"));
        values.put("tcpRate", oneOf(random, "0", "0.4"));
        values.put("udpRate", oneOf(random, "0", "0.01", "0.5"));
        values.put("heavyFlows", oneOf(random, "0", "0", "1"));
        values.put("vpcServers", oneOf(random, "0", "2"));
        values.put("serverPlace", oneOf(random, "own-machines", "targets"));
        values.put(
                "targets",
                oneOf(
                        random,
                        "login 1+1; api 1+3; chat 1+1; messenger 1+1; game 1+1",
                        "login 2+0 ip; api 0+2; messenger 1+0; game 0+1",
                        "api 1+1",
                        "login 3+3; api 6+6; chat 2+2; messenger 2+2; game 2+2 ip"));
        values.put("processing", oneOf(random, "0ms", "40ms", "3s"));
        values.put("albListeners", oneOf(random, "HTTP:80", "HTTP:80; HTTPS:443", "HTTP:8080"));
        values.put(
                "albRules",
                oneOf(
                        random,
                        "10 /login* login; 20 /api* api; 30 /chat* chat; default 404",
                        "7 method=POST 403; 5 /api* api*3+login*1; 9 /login* 302 https://shop.kr/; default api",
                        "40 source=198.51.100.0/24 login+api; 20 header:Upgrade=websocket chat; default api*0"));
        values.put(
                "nlbListeners",
                oneOf(random, "TCP:80 web; TCP:5222 messenger; UDP:7777 game", "TCP_UDP:7777 game; TCP:80 login+api"));
        values.put("clbListeners", oneOf(random, "HTTP:80; TCP:5222", "TCP:80; TCP:5222", "HTTP:80"));
        values.put("albIdle", oneOf(random, "5s", "60s"));
        values.put("clbIdle", oneOf(random, "5s", "60s"));
        values.put("nlbIdle", oneOf(random, "60s", "350s"));
        for (String balancer : new String[] {"alb", "clb", "nlb"}) {
            values.put(balancer + "CrossZone", oneOf(random, "on", "off"));
        }
        values.put("balancerDnsTtl", oneOf(random, "5s", "60s"));
        values.put("renewAt", oneOf(random, "0s", "12s"));
        values.put("addressGrace", oneOf(random, "0s", "30s"));
        values.put("nodeDetection", oneOf(random, "0s", "15s"));
        values.put("tryNext", oneOf(random, "on", "off"));
        values.put("healthCheckInterval", oneOf(random, "5s", "10s"));
        values.put("scheme", oneOf(random, "internet-facing", "internet-facing", "internal"));
        values.put("preserveClientIp", oneOf(random, "on", "off"));
        values.put("keepAlive", oneOf(random, "2s", "75s"));
        values.put("seed", Long.toString(random.nextLong() >>> 11));
        StringJoiner at = new StringJoiner(",");
        for (int count = random.nextInt(9); count > 0; count--) {
            at.add(random.nextInt(60_000) + "ms:" + anyAction(random));
        }
        values.put("at", at.toString());
        return LAB.scenario(values);
    }

    private static String anyAction(Random random) {
        String zone = oneOf(random, ":az-a", ":az-b");
        String target = ":target-" + (1 + random.nextInt(2));
        String service = oneOf(random, ":login", ":api", ":chat", ":messenger", ":game");
        return switch (random.nextInt(8)) {
            case 0 -> "fail-zone" + zone;
            case 1 -> "repair-zone" + zone;
            case 2 -> "stop" + target;
            case 3 -> "start" + target;
            case 4 -> oneOf(random, "shut", "open") + service;
            case 5 -> oneOf(random, "renew-addresses", "make-internal", "make-public") + ":balancers";
            case 6 -> "move-rule:rule-1:" + oneOf(random, "1", "20", "50000");
            default -> "close:connection-1";
        };
    }

    private static String oneOf(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
