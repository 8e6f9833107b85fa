package dev.tilab.labs.elb;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.network.Ipv4;
import java.util.ArrayList;
import java.util.List;

/** Everybody who sends, in the order of the stage's rows. */
final class Senders {

    private final ElbScenario scenario;
    private final List<Sender> all = new ArrayList<>();

    private Senders(ElbScenario scenario) {
        this.scenario = scenario;
    }

    static List<Sender> of(ElbScenario scenario) {
        Senders senders = new Senders(scenario);
        senders.outside(SenderKind.BROWSER, scenario.browsers);
        if (scenario.hasPartner) {
            senders.add(SenderKind.PARTNER, 0, Ipv4.of("192.0.2.50"), Zones.OUTSIDE, -1);
        }
        int silent = Math.min(scenario.chats, scenario.silentChats);
        senders.outside(SenderKind.CHAT, scenario.chats - silent);
        senders.outside(SenderKind.SILENT_CHAT, silent);
        senders.outside(SenderKind.MESSENGER, scenario.tcpSenders);
        senders.outside(SenderKind.HEAVY, scenario.heavyFlows);
        senders.outside(SenderKind.GAME, scenario.udpSenders);
        for (int each = 0; each < scenario.vpcServers; each++) {
            senders.inside(each);
        }
        return List.copyOf(senders.all);
    }

    /** Addresses that are for documents (RFC 5737), none of them twice. */
    private void outside(SenderKind kind, int count) {
        for (int each = 0; each < count; each++) {
            int host = 1 + all.size() * 37 % 251;
            add(kind, each, Ipv4.of("198.51.100." + host), Zones.OUTSIDE, -1);
        }
    }

    private void inside(int number) {
        int targets = scenario.targets.size();
        if (scenario.serversAreTargets && targets > 0) {
            int target = number % targets;
            int zone = scenario.targets.get(target).zone();
            add(SenderKind.SERVER, number, Addresses.ofTarget(scenario.targets, target), zone, target);
        } else {
            int zone = number % ElbParameters.ZONES.size();
            add(SenderKind.SERVER, number, Addresses.inZone(zone, 200 + number), zone, -1);
        }
    }

    private void add(SenderKind kind, int number, Ipv4 address, int zone, int target) {
        all.add(new Sender(kind, number, address, zone, target));
    }
}
