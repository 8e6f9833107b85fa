package dev.tilab.labs.elb;

import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Values;
import java.util.List;

/** Situations worth looking at. */
final class ElbPresets {

    private static final String ALL = "alb,nlb,clb,dns";

    static final List<Preset> PRESETS = List.of(
            new Preset("five-kinds", Values.of("balancers", ALL), Opening.of("0s", "1s", 0.25)),
            new Preset("paths", Values.of("balancers", "alb,nlb,clb", "webRate", "2"), Opening.of("0s", "1s", 0.25)),
            new Preset(
                    "chat",
                    Values.of("balancers", "alb,nlb,clb", "chats", "4", "silentChats", "2"),
                    Opening.of("40s", "58s", 2)),
            new Preset(
                    "heavy-flows",
                    Values.of(
                            "balancers", "nlb,clb",
                            "browsers", "0",
                            "partner", "off",
                            "chats", "0",
                            "udpSenders", "0",
                            "tcpSenders", "20",
                            "heavyFlows", "3",
                            "nlbCrossZone", "on",
                            "targets", "login 1+1; api 1+1; chat 1+1; messenger 2+2; game 1+1"),
                    Opening.of("0s", "1s", 0.25)),
            new Preset(
                    "fixed-address", Values.of("balancers", "alb,nlb", "chatPing", "30s"), Opening.of("74s", "84s", 1)),
            new Preset(
                    "clb-two-faces",
                    Values.of("balancers", "clb,alb,nlb", "clbListeners", "HTTP:80; TCP:5222"),
                    Opening.of("0s", "1s", 0.25)),
            new Preset(
                    "internal",
                    Values.of("balancers", "alb,nlb,clb", "scheme", "internal", "vpcServers", "2"),
                    Opening.of("0s", "1s", 0.25)),
            new Preset(
                    "stop-one",
                    Values.of("balancers", "alb,nlb,clb", "webRate", "2", "at", "40s:stop:target-4"),
                    Opening.of("34s", "40.5s", 1)),
            new Preset(
                    "stop-all",
                    Values.of(
                            "balancers",
                            "alb,nlb,clb",
                            "webRate",
                            "2",
                            "at",
                            "40s:stop:target-1,40s:stop:target-2,40s:stop:target-3,40s:stop:target-4,40s:stop:target-5,"
                                    + "40s:stop:target-6,40s:stop:target-7,40s:stop:target-8,40s:stop:target-9,"
                                    + "40s:stop:target-10"),
                    Opening.of("34s", "40.5s", 1)),
            new Preset(
                    "sg-shut",
                    Values.of("balancers", "alb,nlb,clb", "webRate", "2", "at", "40s:shut:api,120s:open:api"),
                    Opening.of("34s", "41s", 1)),
            new Preset(
                    "zone-dark",
                    Values.of("balancers", ALL, "webRate", "1.5", "at", "110s:fail-zone:az-a"),
                    Opening.of("104s", "114s", 1)),
            new Preset(
                    "unequal-zones",
                    Values.of(
                            "balancers",
                            "nlb,alb",
                            "browsers",
                            "20",
                            "connectionMean",
                            "3s",
                            "partner",
                            "off",
                            "chats",
                            "0",
                            "nlbListeners",
                            "TCP:80 api; TCP:5222 messenger; UDP:7777 game",
                            "loginShare",
                            "0"),
                    Opening.of("0s", "1s", 0.25)),
            new Preset(
                    "keep-alive",
                    Values.of("balancers", "alb,clb", "duration", "600s", "browsers", "8", "keepAlive", "5s"),
                    Opening.of("1s", "6s", 1)),
            new Preset(
                    "bill",
                    Values.of("balancers", ALL, "browsers", "20", "connectionMean", "3s", "scale", "1000"),
                    Opening.of("10s", "20s", 1)),
            new Preset(
                    "live-stream",
                    Values.of(
                            "balancers", "nlb",
                            "tcpPort", "1935",
                            "tcpSenders", "3",
                            "tcpRate", "2",
                            "nlbListeners", "TCP:80 web; UDP:1935 messenger; UDP:7777 game"),
                    Opening.of("0s", "1s", 0.25)));

    private ElbPresets() {}
}
