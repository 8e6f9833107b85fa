package dev.tilab.labs.elb;

import static dev.tilab.labs.elb.ElbClaims.arriving;
import static dev.tilab.labs.elb.ElbClaims.failedBy;
import static dev.tilab.labs.elb.ElbClaims.lane;
import static dev.tilab.labs.elb.ElbClaims.service;

import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Touch;
import dev.tilab.simulation.lab.Values;
import java.util.List;
import java.util.Map;

/**
 * The way in: one server, envelopes, letters that are opened, a chat that goes silent, a firewall that knows one address, a zone
 * that goes dark, what it all costs, and the doctor.
 */
final class ElbStory {

    private static final String SEEN = "name how failed senders doors letters fallen targets delivered";
    private static final String READ = SEEN + " desk fan gate strange";
    private static final String KEPT = READ + " threads addresses waiting";

    /** Nobody is let in, and nobody sends anything but HTTP. */
    private static final Map<String, String> ONLY_WEB = Values.of(
            "balancers", "alb",
            "duration", "30s",
            "tcpSenders", "0",
            "udpSenders", "0",
            "at", "0s:shut:login,0s:shut:api,0s:shut:chat");

    static final List<StoryStep> STEPS = List.of(
            StoryStep.of("one-server", values("dns", "60s", ""), "3s", "22s", 1, SEEN)
                    .presses(new Touch("9s", "stop", "target-1", "")),
            StoryStep.of("the-envelope", values("nlb", "31s", ""), "4s", "31s", 1.5, READ)
                    .asks("10s", List.of("all", "by-luck", "none"), run -> arriving(of(run, "nlb"), "api"))
                    .figure(run -> service(of(run, "nlb"), "api").delivered())
                    .figure(run -> service(of(run, "nlb"), "api").sent()),
            StoryStep.of("it-is-opened", values("alb,nlb", "42s", ""), "18s", "42s", 1.5, READ)
                    .asks("24s", List.of("alb", "nlb", "both"), ElbStory::whoTakesTheGame)
                    .figure(run -> service(of(run, "alb"), "api").failed())
                    .figure(run -> service(of(run, "nlb"), "api").failed()),
            StoryStep.of("the-silent-chat", values("alb,nlb", "120s", ""), "50s", "82s", 1.5, KEPT)
                    .asks("57s", List.of("alb", "nlb", "both"), ElbStory::whereItIsCut),
            StoryStep.of("one-address", values("alb,nlb", "102s", ""), "76s", "102s", 1.5, KEPT)
                    .asks("82s", List.of("alb", "nlb", "both"), ElbStory::whereThePartnerFails)
                    .figure(run -> of(run, "alb").partner().failedAfterGrace()),
            StoryStep.of("the-zone-goes-dark", values("alb,nlb", "200s", ""), "100s", "188s", 4.5, KEPT)
                    .presses(new Touch("106s", "fail-zone", "az-a", ""))
                    .asks("112s", List.of("at-once", "when-dns-is-old", "never"), ElbStory::whenTheLastIsBack)
                    .figure(run -> failedBy(of(run, "alb"), "dark-zone"))
                    .figure(run -> orNothing(of(run, "alb").lastBackAfterSeconds())),
            StoryStep.of("side-by-side", values("alb,nlb,clb,dns", "80s", ""), "20s", "80s", 4, KEPT)
                    .figure(run -> of(run, "alb").failed())
                    .figure(run -> of(run, "nlb").failed())
                    .figure(run -> of(run, "clb").failed())
                    .figure(run -> of(run, "alb").bill().usdPerMonth())
                    .figure(run -> of(run, "nlb").bill().usdPerMonth())
                    .figure(run -> of(run, "clb").bill().usdPerMonth()),
            StoryStep.of("no-connection", ONLY_WEB, "2s", "30s", 2, READ)
                    .figure(run -> of(run, "alb").statuses504()));

    private ElbStory() {}

    private static Map<String, String> values(String balancers, String duration, String at) {
        return Values.of("balancers", balancers, "duration", duration, "at", at);
    }

    private static LaneSummary of(Record run, String balancer) {
        return lane((ElbSummary) run, balancer);
    }

    private static String whoTakesTheGame(Record run) {
        return which(
                service(of(run, "alb"), "game").delivered() > 0,
                service(of(run, "nlb"), "game").delivered() > 0);
    }

    private static String whereItIsCut(Record run) {
        return which(of(run, "alb").idleCuts() > 0, of(run, "nlb").idleCuts() > 0);
    }

    private static String whereThePartnerFails(Record run) {
        return which(
                of(run, "alb").partner().failedAfterGrace() > 0,
                of(run, "nlb").partner().failedAfterGrace() > 0);
    }

    private static String which(boolean alb, boolean nlb) {
        return alb && nlb ? "both" : alb ? "alb" : nlb ? "nlb" : "neither";
    }

    private static String whenTheLastIsBack(Record run) {
        Double back = of(run, "alb").lastBackAfterSeconds();
        return back == null ? "at-once" : back < 80 ? "when-dns-is-old" : "never";
    }

    private static double orNothing(Double seconds) {
        return seconds == null ? 0 : seconds;
    }
}
